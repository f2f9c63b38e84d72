package io.evenkeel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one server of one process to a directory; the kernel takes it back when the process dies. */
final class DirectoryLock implements AutoCloseable {
    /**
     * What this process holds. POSIX drops every lock of a process on a file as soon as the process closes any
     * descriptor of it, so the file of a held lock must not even be opened a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the directory for one kind of server, creating it if it is absent.
     *
     * @param kind a file name part such as {@code kafka}: a directory of another kind, or with foreign files, is refused
     */
    static DirectoryLock take(Path wanted, String kind) {
        Path directory = ownDirectory(wanted, kind);
        if (!HELD.add(directory)) {
            throw busy(directory, kind, "a server of this process");
        }
        try {
            return new DirectoryLock(directory, lock(directory, kind));
        } catch (IOException e) {
            HELD.remove(directory);
            throw unusable(directory, kind, e);
        } catch (EmbeddedServerException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    /** The directory, absolute and without symbolic links. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return; // the directory may be somebody else's by now
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock on " + directory, e);
        } finally {
            HELD.remove(directory);
        }
    }

    private static Path ownDirectory(Path wanted, String kind) {
        try {
            Trees.createPrivate(wanted);
            Path directory = wanted.toRealPath();
            if (!Files.exists(lockFile(directory, kind))) {
                refuseForeign(directory, kind);
            }
            return directory;
        } catch (IOException e) {
            throw unusable(wanted, kind, e);
        }
    }

    private static void refuseForeign(Path directory, String kind) throws IOException {
        Optional<Path> foreign = Trees.firstEntry(directory);
        if (foreign.isPresent()) {
            throw new EmbeddedServerException(
                    "The %s directory %s must be empty or hold this server's own data, but it holds %s; name another directory"
                            .formatted(kind, directory, foreign.get().getFileName()));
        }
    }

    private static FileChannel lock(Path directory, String kind) throws IOException {
        Path file = lockFile(directory, kind);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw busy(directory, kind, "another process");
        }
        return channel;
    }

    private static Path lockFile(Path directory, String kind) {
        return directory.resolve(kind + ".lock");
    }

    private static EmbeddedServerException busy(Path directory, String kind, String holder) {
        return new EmbeddedServerException(
                "The %s directory %s is in use by %s; stop that one, or name another directory"
                        .formatted(kind, directory, holder));
    }

    private static EmbeddedServerException unusable(Path directory, String kind, IOException cause) {
        return new EmbeddedServerException(
                "The %s directory %s cannot be created and written (%s); check its path and permissions, or name another directory"
                        .formatted(kind, directory, cause),
                cause);
    }
}
