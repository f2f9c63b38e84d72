package io.evenkeel.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and refuses topics that are not as they have to be. */
public final class TopicCheck {
    private static final Duration SETTLED = Duration.ofSeconds(10);
    // a broker lays out the partitions of what was created one after another, and all that comes later waits for it
    private static final int AT_ONCE = 50;

    private final KafkaClients clients;

    public TopicCheck(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Makes sure that all of these exist with their number of partitions and their cleanup policy.
     *
     * @throws KafkaSetupException if one does not and cannot be made, or is otherwise; the message has the command
     */
    public void ensure(Collection<TopicSpec> topics) {
        try (Admin admin = clients.admin()) {
            create(admin, topics);
            verify(admin, topics);
        } catch (ExecutionException | KafkaException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new KafkaSetupException(
                    clients.settings() + " does not let the topics be checked: expected a broker that answers, found "
                            + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                            + "; check kafka.bootstrap-servers and kafka.properties",
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaSetupException("interrupted while the topics were checked", interrupted);
        }
    }

    private void create(Admin admin, Collection<TopicSpec> topics) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(
                                topic.name(),
                                topic.partitions(),
                                clients.settings().replicationFactor())
                        .configs(topic.configs()))
                .toList();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<NewTopic> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            createSome(admin, some);
            awaitServed(admin, some);
        }
    }

    private static void createSome(Admin admin, List<NewTopic> topics) throws ExecutionException, InterruptedException {
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
    }

    private static void awaitServed(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        settled(() -> admin.listOffsets(ends).all());
    }

    private void verify(Admin admin, Collection<TopicSpec> topics) throws ExecutionException, InterruptedException {
        List<String> names = topics.stream().map(TopicSpec::name).toList();
        Map<String, TopicDescription> described =
                settled(() -> admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = admin.describeConfigs(
                        names.stream().map(TopicCheck::resource).toList())
                .all()
                .get();
        String wrong = topics.stream()
                .flatMap(topic -> partitionsWrong(topic, described).or(() -> policyWrong(topic, configs)).stream())
                .collect(Collectors.joining(System.lineSeparator()));
        if (!wrong.isEmpty()) {
            throw new KafkaSetupException(wrong);
        }
    }

    /** A topic that was made just now may be known to one broker only: asked again until the time is up. */
    private static <T> T settled(Supplier<KafkaFuture<T>> question) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + SETTLED.toNanos();
        while (true) {
            try {
                return question.get().get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw failed;
                }
            }
        }
    }

    private Optional<String> partitionsWrong(TopicSpec topic, Map<String, TopicDescription> described) {
        TopicDescription description = described.get(topic.name());
        int found = description == null ? 0 : description.partitions().size();
        if (found == topic.partitions()) {
            return Optional.empty();
        }
        String remedy = found < topic.partitions()
                ? "kafka-topics.sh --bootstrap-server " + clients.settings().bootstrapServers() + " --alter --topic "
                        + topic.name() + " --partitions " + topic.partitions()
                : "set kafka.partitions to " + found + " (a topic cannot lose partitions)";
        return Optional.of("topic " + topic.name() + ": expected " + topic.partitions() + " partitions, found " + found
                + "; repair: " + remedy);
    }

    private Optional<String> policyWrong(TopicSpec topic, Map<ConfigResource, Config> configs) {
        String expected = topic.configs().getOrDefault("cleanup.policy", "delete");
        Config config = configs.get(resource(topic.name()));
        String found = config == null ? "none" : config.get("cleanup.policy").value();
        if (expected.equals(found)) {
            return Optional.empty();
        }
        return Optional.of("topic " + topic.name() + ": expected cleanup.policy=" + expected + ", found " + found
                + "; repair: kafka-configs.sh --bootstrap-server "
                + clients.settings().bootstrapServers()
                + " --alter --topic " + topic.name() + " --add-config cleanup.policy=" + expected);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
