package io.evenkeel.collector;

import io.evenkeel.runtime.settings.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The collector's part of the settings: {@code environments}, see {@link EnvironmentSettings},
 * {@code kinds-directory}, a directory with the user's own kinds, whose file names begin with {@code own_}, and
 * {@code redaction-key}, see {@link RedactionKeySource}. Under {@code collector}:
 *
 * <ul>
 *   <li>{@code share} (false): whether this process shares the environments with other collectors of the same settings, each
 *       of which then collects some of them; without it, this one collects all of its own
 *   <li>{@code readings-at-once} (4): how many environments are read at the same time
 * </ul>
 */
public record CollectorSettings(
        List<EnvironmentSettings> environments,
        Optional<Path> kindsDirectory,
        RedactionKeySource key,
        boolean share,
        int readingsAtOnce) {
    public static final int READINGS_AT_ONCE = 4;

    public CollectorSettings {
        environments = List.copyOf(environments);
    }

    /** One that collects all environments. */
    public CollectorSettings(
            List<EnvironmentSettings> environments, Optional<Path> kindsDirectory, RedactionKeySource key) {
        this(environments, kindsDirectory, key, false, READINGS_AT_ONCE);
    }

    /** Reads it; problems are noted in the section. */
    public static CollectorSettings from(Section root) {
        Section collector = root.section("collector");
        return new CollectorSettings(
                root.sections("environments").entrySet().stream()
                        .flatMap(entry -> EnvironmentSettings.from(entry.getKey(), entry.getValue()).stream())
                        .toList(),
                root.path("kinds-directory"),
                RedactionKeySource.from(root),
                collector.truth("share", false),
                collector.integer("readings-at-once", READINGS_AT_ONCE, 1, 64));
    }
}
