package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
    private final Topic topic = new Topic().create();
    private final String name = new Topics(topic.clients().settings().topicPrefix()).catalog(Topic.ENVIRONMENT);
    private final Transactions transactions =
            new Transactions(Topic.ENVIRONMENT, topic.clients(), name, name, Duration.ofSeconds(1));

    private SnapshotMarker marker(Slice slice) {
        return Status.unknown().marker(Topic.ENVIRONMENT, transactions.number(), Readings.NOW, slice);
    }

    /** Before the last partition's marker, when those of the others have begun the transaction. */
    private SnapshotMarker tooLate(Slice slice) {
        if (slice.partition() == Topic.PARTITIONS - 1) {
            try (Admin admin = topic.clients().admin()) {
                await().until(() -> admin.describeTransactions(List.of(name))
                                .description(name)
                                .get()
                                .state()
                        == TransactionState.COMPLETE_ABORT);
            }
        }
        return marker(slice);
    }

    @Test
    void aPublicationThatTookTooLongIsNotTakenForAnotherCollector() throws Exception {
        try (transactions) {
            transactions.open(Readings.NOW);

            assertThatThrownBy(() -> transactions.commit(List.of(), this::tooLate))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("Kafka ended a transaction on " + name + " that took more than 1 s");

            transactions.open(Readings.NOW);
            transactions.commit(List.of(), this::marker);
        }
        assertThat(topic.newest()).isPresent();
    }
}
