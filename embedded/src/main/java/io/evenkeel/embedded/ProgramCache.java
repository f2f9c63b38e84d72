package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Directories that are made once per user and then only read, under {@code $XDG_CACHE_HOME/evenkeel} or
 * {@code ~/.cache/evenkeel}. A directory under its final name is complete. Safe for threads and processes.
 */
final class ProgramCache {
    /** A file lock belongs to the whole process, so the threads of one process need a lock of their own. */
    private static final ReentrantLock MAKING = new ReentrantLock();

    private final Path root;

    ProgramCache(Path root) {
        this.root = root;
    }

    static ProgramCache ofUser() {
        Path base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(value -> value.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return new ProgramCache(base.resolve("evenkeel"));
    }

    /** Fills an empty directory. */
    interface Filler {
        void fill(Path directory) throws IOException, InterruptedException;
    }

    /** The directory of that name, filled now if nobody filled it before. */
    Path directory(String name, Filler filler) throws IOException, InterruptedException {
        Path ready = root.resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        MAKING.lockInterruptibly();
        try {
            make(ready, filler);
        } finally {
            MAKING.unlock();
        }
        return ready;
    }

    private void make(Path ready, Filler filler) throws IOException, InterruptedException {
        try {
            Trees.createPrivate(root);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The cache directory %s cannot be created (%s); set XDG_CACHE_HOME to a directory that this user can write"
                            .formatted(root, e),
                    e);
        }
        Path lockFile = root.resolve(ready.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel closes
            if (!Files.isDirectory(ready)) {
                fill(ready, filler);
            }
        }
    }

    private void fill(Path ready, Filler filler) throws IOException, InterruptedException {
        Path unfinished = root.resolve(ready.getFileName() + ".unfinished");
        Trees.delete(unfinished);
        Trees.createPrivate(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    }
}
