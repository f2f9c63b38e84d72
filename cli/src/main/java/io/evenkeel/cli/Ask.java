package io.evenkeel.cli;

import io.evenkeel.collector.CollectorRequests;
import io.evenkeel.collector.EnvironmentSettings;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that the running collector of an environment is asked to do. */
record Ask(CollectorRequest.Action action, String name) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Returns the exit code. */
    int run(Path config) {
        EvenkeelSettings settings = EvenkeelSettings.read(config);
        CollectorRequest request = new CollectorRequest(
                environment(config, settings), action, UUID.randomUUID().toString(), Instant.now());
        CollectorRequests requests = new CollectorRequests(new KafkaClients(kafka(settings)));
        return switch (requests.ask(request, PATIENCE)) {
            case CollectorRequests.Answer.Done done -> {
                Terminal.say(name + ": " + done.objects() + " objects were published again");
                yield ExitCode.IN_SYNC;
            }
            case CollectorRequests.Answer.Unreadable unreadable -> {
                Terminal.say(name + ": its collector answers, but cannot read it: "
                        + unreadable.failure().reason().word() + ": "
                        + unreadable.failure().detail()
                        + "; what was asked for is done when it can be read again");
                yield ExitCode.UNKNOWN;
            }
            case CollectorRequests.Answer.Silence silence -> {
                Terminal.say(name + ": expected the answer of a running collector within " + PATIENCE.toSeconds()
                        + " s, found none; start 'evenkeel collect' or 'evenkeel run' with these settings");
                yield ExitCode.UNKNOWN;
            }
        };
    }

    private Environment environment(Path config, EvenkeelSettings settings) {
        List<Environment> known = settings.collector().environments().stream()
                .map(EnvironmentSettings::environment)
                .toList();
        return known.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        config + ": expected one of the environments " + known + ", found '" + name + "'"));
    }

    /** Where the others are: without a cluster in the settings, on the broker that a running process brought. */
    private static KafkaSettings kafka(EvenkeelSettings settings) {
        return settings.needsBroker()
                ? settings.kafka()
                        .at(EmbeddedKafka.addressOf(settings.dataDirectory().resolve("kafka")))
                : settings.kafka();
    }
}
