package io.evenkeel.runtime.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How much of a topic nobody may read yet, because a transaction before it is open. */
public final class OpenTransactions {
    private final KafkaClients clients;

    public OpenTransactions(KafkaClients clients) {
        this.clients = clients;
    }

    /** Records behind the oldest open transaction, by topic; topics that do not exist yet are left out. */
    public Map<String, Long> records(Collection<String> topics) {
        try (Admin admin = clients.admin()) {
            Set<String> present = new HashSet<>(admin.listTopics().names().get());
            present.retainAll(topics);
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(present).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(part ->
                                ends.put(new TopicPartition(topic.name(), part.partition()), OffsetSpec.latest()));
            }
            // this order, so that what is committed in between makes it smaller and never larger
            Map<TopicPartition, ListOffsetsResultInfo> all = offsets(admin, ends, IsolationLevel.READ_UNCOMMITTED);
            Map<TopicPartition, ListOffsetsResultInfo> stable = offsets(admin, ends, IsolationLevel.READ_COMMITTED);
            Map<String, Long> behind = new HashMap<>();
            all.forEach((partition, end) -> behind.merge(
                    partition.topic(), Math.max(0, end.offset() - offset(stable, partition, end)), Long::sum));
            return behind;
        } catch (ExecutionException failed) {
            throw new KafkaSetupException("the ends of topics cannot be told: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaSetupException("interrupted while topics were asked for their ends", interrupted);
        }
    }

    private static long offset(
            Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition of, ListOffsetsResultInfo otherwise) {
        return offsets.getOrDefault(of, otherwise).offset();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, Map<TopicPartition, OffsetSpec> ends, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(ends, new ListOffsetsOptions(isolation)).all().get();
    }
}
