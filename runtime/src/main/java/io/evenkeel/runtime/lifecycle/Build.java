package io.evenkeel.runtime.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Which Evenkeel this is.
 *
 * @param revision the commit it was built from; {@code unknown} unless the build was told
 */
public record Build(String version, String revision) {
    private static final String FILE = "build.properties";

    /** This one, as Maven wrote it down. */
    public static Build current() {
        Properties written = new Properties();
        try (InputStream file = Objects.requireNonNull(Build.class.getResourceAsStream(FILE), FILE)) {
            written.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Build(written.getProperty("version", ""), written.getProperty("revision", ""));
    }
}
