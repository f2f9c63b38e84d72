package io.evenkeel.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.embedded.fixture.KafkaFixture;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.kafka.KafkaSetupException;
import io.evenkeel.runtime.kafka.TopicCheck;
import io.evenkeel.runtime.kafka.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Topics on a real broker: made if missing, refused if wrong, with the command that repairs them. */
class TopicCheckTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private final String prefix = kafka.uniquePrefix();
    private final KafkaClients clients =
            new KafkaClients(new KafkaSettings(kafka.bootstrapServers(), prefix, 3, (short) 1, Map.of()));
    private final TopicCheck check = new TopicCheck(clients);

    @Test
    void missingTopicsAreMadeAndRightOnesAccepted() {
        List<TopicSpec> topics = List.of(
                TopicSpec.compacted(prefix + ".drift", 3),
                TopicSpec.appendOnly(prefix + ".events", 3, Duration.ofDays(30)));

        check.ensure(topics);

        assertThatCode(() -> check.ensure(topics)).doesNotThrowAnyException();
    }

    @Test
    void moreTopicsThanAreMadeAtOnceAreAllServed() {
        List<String> names =
                IntStream.range(0, 60).mapToObj(i -> prefix + ".of-many-" + i).toList();

        check.ensure(names.stream().map(name -> TopicSpec.compacted(name, 1)).toList());

        try (Consumer<byte[], byte[]> reader = clients.reader("test")) {
            List<TopicPartition> partitions =
                    names.stream().map(name -> new TopicPartition(name, 0)).toList();
            assertThat(reader.endOffsets(partitions, Duration.ofSeconds(1))).hasSize(60);
        }
    }

    @Test
    void fewerPartitionsAreRefusedWithTheCommandThatAddsThem() {
        check.ensure(List.of(TopicSpec.compacted(prefix + ".few", 2)));

        assertThatThrownBy(() -> check.ensure(List.of(TopicSpec.compacted(prefix + ".few", 3))))
                .isInstanceOf(KafkaSetupException.class)
                .hasMessageContaining("expected 3 partitions, found 2")
                .hasMessageContaining("kafka-topics.sh --bootstrap-server " + kafka.bootstrapServers()
                        + " --alter --topic " + prefix + ".few --partitions 3");
    }

    @Test
    void morePartitionsAreRefusedWithTheSettingThatFits() {
        check.ensure(List.of(TopicSpec.compacted(prefix + ".many", 4)));

        assertThatThrownBy(() -> check.ensure(List.of(TopicSpec.compacted(prefix + ".many", 3))))
                .isInstanceOf(KafkaSetupException.class)
                .hasMessageContaining("set kafka.partitions to 4");
    }

    @Test
    void anotherCleanupPolicyIsRefusedWithTheCommandThatChangesIt() {
        check.ensure(List.of(TopicSpec.appendOnly(prefix + ".kept", 3, Duration.ofDays(1))));

        assertThatThrownBy(() -> check.ensure(List.of(TopicSpec.compacted(prefix + ".kept", 3))))
                .isInstanceOf(KafkaSetupException.class)
                .hasMessageContaining("expected cleanup.policy=compact, found delete")
                .hasMessageContaining("kafka-configs.sh");
    }
}
