package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.embedded.RunningPostgres;
import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The audit database, for reading: the one that the settings name, else the embedded one, whether an alerter runs it or
 * not.
 */
final class AuditAccess implements AutoCloseable {
    private static final String DATABASE = "postgres";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AuditDatabase database;

    AuditAccess(EvenkeelSettings settings) {
        try {
            database = AuditDatabase.openReadOnly(settings.audit()
                    .orElseGet(() -> embedded(settings.dataDirectory().resolve("audit"))));
            opened.push(database);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    AuditDatabase database() {
        return database;
    }

    private AuditSettings embedded(Path directory) {
        Optional<RunningPostgres> running = RunningPostgres.in(directory);
        if (running.isPresent()) {
            RunningPostgres server = running.get();
            return new AuditSettings(server.jdbcUrl(DATABASE), server.user(), new Secret(server.password()));
        }
        if (!Files.isDirectory(directory)) {
            throw new UsageException("there is no audit trail yet: expected the embedded audit database in " + directory
                    + ", found no such directory; start 'evenkeel run' with these settings once, or set audit.url or "
                    + "data-directory");
        }
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().dataDirectory(directory).start();
        opened.push(server);
        return new AuditSettings(server.jdbcUrl(DATABASE), server.user(), new Secret(server.password()));
    }

    @Override
    public void close() {
        Closing.all(opened);
    }
}
