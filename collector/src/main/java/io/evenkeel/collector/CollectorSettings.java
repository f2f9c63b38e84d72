package io.evenkeel.collector;

import io.evenkeel.runtime.settings.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The collector's part of the settings: {@code environments}, see {@link EnvironmentSettings},
 * {@code kinds-directory}, a directory with the user's own kinds, whose file names begin with {@code own_}, and
 * {@code redaction-key}, see {@link RedactionKeySource}.
 */
public record CollectorSettings(
        List<EnvironmentSettings> environments, Optional<Path> kindsDirectory, RedactionKeySource key) {
    public CollectorSettings {
        environments = List.copyOf(environments);
    }

    /** Reads it; problems are noted in the section. */
    public static CollectorSettings from(Section root) {
        return new CollectorSettings(
                root.sections("environments").entrySet().stream()
                        .flatMap(entry -> EnvironmentSettings.from(entry.getKey(), entry.getValue()).stream())
                        .toList(),
                root.path("kinds-directory"),
                RedactionKeySource.from(root));
    }
}
