package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.settings.Secret;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The broker and the audit database: the configured ones, or embedded ones that live as long as this. */
final class Backends implements AutoCloseable {
    private static final String DATABASE = "postgres";

    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final EvenkeelSettings settings;
    private Optional<KafkaSettings> kafka = Optional.empty();
    private Optional<AuditSettings> audit = Optional.empty();

    Backends(EvenkeelSettings settings) {
        this.settings = settings;
    }

    /** Starts, side by side, what these roles need and the settings do not name. */
    void start(Set<Role> roles) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<AuditSettings>> trail = threads.submit(() -> roles.contains(Role.ALERT)
                    ? Optional.of(settings.audit().orElseGet(this::embeddedAudit))
                    : Optional.<AuditSettings>empty());
            Future<KafkaSettings> broker =
                    threads.submit(() -> settings.needsBroker() ? embeddedBroker() : settings.kafka());
            kafka = Optional.of(broker.get());
            audit = trail.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException("the embedded servers did not start", failed);
        }
    }

    /** Where Kafka is. */
    KafkaSettings kafka() {
        return kafka.orElseThrow();
    }

    /** Where the audit database is; known to an alerter only. */
    AuditSettings audit() {
        return audit.orElseThrow();
    }

    private KafkaSettings embeddedBroker() {
        EmbeddedKafka broker = EmbeddedKafka.start(settings.dataDirectory().resolve("kafka"));
        started.push(broker);
        return settings.kafka().at(broker.bootstrapServers());
    }

    private AuditSettings embeddedAudit() {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .dataDirectory(settings.dataDirectory().resolve("audit"))
                .start();
        started.push(server);
        return new AuditSettings(server.jdbcUrl(DATABASE), server.user(), new Secret(server.password()));
    }

    @Override
    public void close() {
        Closing.all(started);
    }
}
