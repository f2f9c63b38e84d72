package io.evenkeel.cli;

import io.evenkeel.alerter.AlerterSettings;
import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.analyzer.AnalyzerSettings;
import io.evenkeel.collector.CollectorSettings;
import io.evenkeel.runtime.http.HttpSettings;
import io.evenkeel.runtime.http.OtlpSettings;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.settings.DataDirectory;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One settings file, read by everybody who finds a part of theirs in it.
 *
 * @param audit absent: an embedded database
 * @param health where a process without an alerter serves health and metrics ({@code health.listen}); absent: nowhere
 * @param otlp where a process sends its metrics, if anywhere
 * @param dataDirectory where embedded servers and the analyzer's state live ({@code data-directory})
 */
record EvenkeelSettings(
        KafkaSettings kafka,
        CollectorSettings collector,
        AnalyzerSettings analyzer,
        AlerterSettings alerter,
        Optional<AuditSettings> audit,
        Optional<HttpSettings> health,
        Optional<OtlpSettings> otlp,
        Path dataDirectory) {

    /**
     * Reads the file.
     *
     * @throws SettingsException naming every problem
     */
    static EvenkeelSettings read(Path file) {
        return from(SettingsFile.read(file, System.getenv()));
    }

    /** Reads the parts and checks the whole. */
    static EvenkeelSettings from(Section root) {
        EvenkeelSettings settings = new EvenkeelSettings(
                KafkaSettings.from(root),
                CollectorSettings.from(root),
                AnalyzerSettings.from(root),
                AlerterSettings.from(root),
                AuditSection.read(root),
                health(root.section("health")),
                OtlpSettings.from(root),
                DataDirectory.of(root));
        root.check();
        return settings;
    }

    private static Optional<HttpSettings> health(Section health) {
        return health.has("listen")
                ? Optional.of(HttpSettings.from(health, "listen", "127.0.0.1:9465"))
                : Optional.empty();
    }

    /** Whether the broker is ours to start. */
    boolean needsBroker() {
        return kafka.bootstrapServers().isBlank();
    }
}
