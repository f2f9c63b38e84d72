package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every question to the audit trail has. */
final class AuditOptions {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The settings file (YAML).")
    private Path config = Path.of("");

    @Mixin
    private Verbosity verbosity = new Verbosity();

    /** What is asked of the database. */
    interface Question {
        int ask(AuditDatabase database, EvenkeelSettings settings);
    }

    int ask(Question question) {
        verbosity.apply(true);
        EvenkeelSettings settings = EvenkeelSettings.read(config);
        try (AuditAccess access = new AuditAccess(settings)) {
            return question.ask(access.database(), settings);
        }
    }
}
