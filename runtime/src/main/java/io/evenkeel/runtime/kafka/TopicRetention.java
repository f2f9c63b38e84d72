package io.evenkeel.runtime.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;

/** How long a topic keeps its records. */
public final class TopicRetention {
    private final KafkaClients clients;

    public TopicRetention(KafkaClients clients) {
        this.clients = clients;
    }

    /** Empty: for ever. */
    public Optional<Duration> of(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = clients.admin()) {
            String millis = admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .get("retention.ms")
                    .value();
            long kept = Long.parseLong(millis);
            return kept < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(kept));
        } catch (ExecutionException failed) {
            throw new KafkaSetupException(
                    "topic " + topic + " does not tell how long it keeps records: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaSetupException("interrupted while topic " + topic + " was asked", interrupted);
        }
    }
}
