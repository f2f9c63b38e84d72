package io.evenkeel.benchmark;

import io.evenkeel.runtime.kafka.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a collector has committed to the topics of its environments. */
final class CatalogTopics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration CHANGE = Duration.ofMinutes(1);

    private final KafkaClients clients;
    private final List<TopicPartition> partitions;
    private final Consumer<byte[], byte[]> consumer;

    CatalogTopics(KafkaClients clients, List<String> environments) {
        this.clients = clients;
        this.partitions = environments.stream()
                .flatMap(name -> IntStream.range(0, CollectProcess.PARTITIONS)
                        .mapToObj(at -> new TopicPartition(CollectProcess.PREFIX + ".catalog." + name, at)))
                .toList();
        this.consumer = clients.consumer("bench", Optional.empty());
    }

    /** Until every environment has published objects and the markers after them. */
    void awaitAllRead(CollectProcess process) throws InterruptedException {
        Set<String> topics = new HashSet<>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        while (!consumer.listTopics().keySet().containsAll(topics)) {
            process.await();
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Set<String> withObjects = new HashSet<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!topics.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (!key(record).startsWith("[\"$")) {
                    withObjects.add(record.topic());
                } else if (withObjects.contains(record.topic())) {
                    topics.remove(record.topic());
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(topics.size() + " environments were not read within " + PATIENCE);
            }
        }
    }

    /** Reads on for so long. */
    void drain(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 100)));
        }
    }

    /** How long it took from then until a record of the column could be read. */
    Duration awaitColumn(String column, long committed) {
        while (System.nanoTime() - committed < CHANGE.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(5))) {
                if (key(record).contains("\"" + column + "\"")) {
                    return Duration.ofNanos(System.nanoTime() - committed);
                }
            }
        }
        throw new IllegalStateException("column " + column + " was not seen within " + CHANGE);
    }

    /** As they lie on the broker's disk, compressed. */
    long bytes() throws InterruptedException, ExecutionException {
        try (Admin admin = clients.admin()) {
            List<Integer> brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .filter(replica -> partitions.contains(replica.getKey()))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
