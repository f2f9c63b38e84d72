package io.evenkeel.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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
        URL url = Resources.class.getResource(directory);
        if (url == null) {
            throw new IllegalStateException("the build left out " + directory);
        }
        try {
            if (!(url.openConnection() instanceof JarURLConnection inJar)) {
                copyAll(Path.of(url.toURI()), target);
                return;
            }
            // a file system of its own: the one that the jar's URI names can be open only once
            Path jar = Path.of(inJar.getJarFileURL().toURI());
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                copyAll(files.getPath(directory), target);
            }
        } catch (URISyntaxException malformed) {
            throw new IOException(malformed);
        }
    }

    private static void copyAll(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : (List<Path>) files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }
}
