package io.evenkeel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Directory trees: make, copy, remove. */
final class Trees {
    private Trees() {}

    /** Makes the directory and its parents, readable by this user only; one that exists is left as it is. */
    static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** A new directory for files that live as long as a server. */
    static Path scratch(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "No scratch directory for an embedded server can be made in %s (%s); set java.io.tmpdir to a writable directory"
                            .formatted(System.getProperty("java.io.tmpdir"), e),
                    e);
        }
    }

    static void removeScratch(Path directory) {
        try {
            delete(directory);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The scratch files of an embedded server in %s cannot be removed (%s); remove them by hand"
                            .formatted(directory, e),
                    e);
        }
    }

    static Optional<Path> firstEntry(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findFirst();
        }
    }

    /** Copies a tree with its permissions and symbolic links. */
    static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            files.forEachOrdered(file -> copyOne(file, target.resolve(source.relativize(file))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void copyOne(Path file, Path target) {
        try {
            Files.copy(file, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a tree; files that vanish meanwhile, or a tree that is not there, are as good as removed. */
    static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(root, new Deleter());
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
