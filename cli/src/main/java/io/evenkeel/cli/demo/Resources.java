package io.evenkeel.cli.demo;

import io.evenkeel.runtime.lifecycle.ResourceDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The demo's files on the class path, be it a directory or a jar. */
final class Resources {
    private Resources() {}

    /** A text file, by its absolute name. */
    static String text(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Copies the files of a directory, by its absolute name. */
    static void copy(String directory, Path target) throws IOException {
        ResourceDirectory.read(Resources.class, directory, source -> copyAll(source, target));
    }

    private static void copyAll(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : (List<Path>) files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }
}
