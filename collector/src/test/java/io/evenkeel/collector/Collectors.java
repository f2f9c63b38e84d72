package io.evenkeel.collector;

import io.evenkeel.collector.publish.OtherServer;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.collector.read.Counting;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.read.Timeouts;
import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.collector.schedule.Schedule;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.settings.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Collectors of several environments, in a hurry. */
final class Collectors {
    private static final Schedule FAST =
            new Schedule(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(1));
    private static final RedactionKey KEY = RedactionKey.random();

    private Collectors() {}

    static CollectorService of(
            KafkaClients clients, boolean share, int readingsAtOnce, Map<String, ConnectionSettings> environments) {
        return new CollectorService(
                new CollectorSettings(
                        environments.entrySet().stream()
                                .map(entry -> new EnvironmentSettings(
                                        new Environment(entry.getKey()),
                                        entry.getValue(),
                                        FAST,
                                        Definitions.TEXT,
                                        Selection.DEFAULT,
                                        Counting.NONE,
                                        false,
                                        true,
                                        OtherServer.HOLD))
                                .toList(),
                        Optional.empty(),
                        new RedactionKeySource(Optional.of(KEY), Path.of("unused")),
                        share,
                        readingsAtOnce),
                clients,
                Clock.systemUTC());
    }

    static ConnectionSettings settings(int port, String database, String user, String password) {
        return ConnectionSettings.parse(
                        "postgresql://" + user + "@127.0.0.1:" + port + "/" + database,
                        Optional.of(new Secret(password)))
                .within(new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }
}
