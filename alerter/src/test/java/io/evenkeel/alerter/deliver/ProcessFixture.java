package io.evenkeel.alerter.deliver;

import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.TopicFixture;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.WireRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Topics, an audit database and a webhook, and alerters in processes of their own that live on them. */
final class ProcessFixture implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    final TopicFixture topics = new TopicFixture(Set.of(Samples.STAGING, Samples.PRODUCTION));
    final AuditFixture audit = new AuditFixture();
    final ReceiverFixture webhook = new ReceiverFixture();
    private final Path settings;
    private final Path log;

    ProcessFixture(Path directory) throws IOException {
        log = directory.resolve("alerter.log");
        settings = Files.writeString(directory.resolve("evenkeel.yaml"), """
                environments:
                  staging: {}
                  production: {}
                comparisons:
                  - baseline: staging
                    target: production
                alerter:
                  listen: 127.0.0.1:0
                  receivers:
                    hook:
                      type: webhook
                      url: %s
                      allow-private: true
                """.formatted(webhook.uri("/hook")));
    }

    /** One more; the caller kills it. */
    Process start() throws IOException {
        return AlerterProcess.start(settings, topics.clients().settings(), audit.settings(), log.toFile());
    }

    /** The port of the one that was started last. */
    int port() {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            Matcher matcher = PORT.matcher(Files.readString(log));
                            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
                        },
                        port -> port > 0);
    }

    void opened(List<Drift> drifts) {
        topics.send(
                topics.topics().drift(),
                drifts.stream().map(topics.codec::encode).toArray(WireRecord[]::new));
        topics.send(
                topics.topics().events(),
                drifts.stream().map(Drifts::opened).map(topics.codec::encode).toArray(WireRecord[]::new));
    }

    boolean nothingWaits() {
        return audit.rows("select 1 from evenkeel.delivery where state = 'pending' limit 1")
                .isEmpty();
    }

    @Override
    public void close() {
        webhook.close();
        audit.close();
        topics.close();
    }
}
