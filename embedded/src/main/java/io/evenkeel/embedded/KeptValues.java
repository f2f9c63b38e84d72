package io.evenkeel.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The few values that a server keeps between two starts, such as its ports, in a properties file. */
final class KeptValues {
    private final Path file;

    KeptValues(Path file) {
        this.file = file;
    }

    Optional<String> get(String name) throws IOException {
        return Optional.ofNullable(read().getProperty(name));
    }

    /** A kept port, if there is one and nobody else listens on it now. */
    Optional<Integer> freePort(String name) throws IOException {
        Optional<String> kept = get(name);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            return kept.map(Integer::valueOf).filter(Ports::isFree);
        } catch (NumberFormatException e) {
            throw new IOException("%s: %s must be a port, found '%s'".formatted(file, name, kept.get()), e);
        }
    }

    void put(Map<String, String> values) throws IOException {
        Properties all = read();
        values.forEach(all::setProperty);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(next)) {
            all.store(writer, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                all.load(reader);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is not a properties file", e);
            }
        }
        return all;
    }
}
