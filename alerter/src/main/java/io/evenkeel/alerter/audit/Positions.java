package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the feed reads on, and what it notes when a topic is not what it was. */
final class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private static final String LOAD = "select topic, partition, next_offset from consumer_offset";
    private static final String LOST = """
            insert into rejected_record (topic, partition, record_offset, why, received_at) values (?, ?, ?, ?, ?)
            on conflict (topic, partition, record_offset) do nothing
            """;
    private static final String FORGET = "delete from consumer_offset where topic = ? and partition = ?";
    private static final String END = """
            with ended as (
                delete from catalog_object o using slice_state s
                where s.environment = ? and s.partition = ? and o.environment = s.environment
                  and o.partition = s.partition
                returning o.*, s.ordinal + 1 as valid_to
            )
            insert into object_history (environment, partition, key_hash, valid_from, valid_to, %1$s)
            select environment, partition, key_hash, valid_from, valid_to, %1$s from ended where valid_from < valid_to
            """.formatted(StoredObject.COLUMNS);
    private static final String EMPTY = """
            update slice_state set changing = true, objects = 0, fingerprint = ? where environment = ? and partition = ?
            """;

    private final AuditDatabase database;

    private record Position(TopicPartition partition, long next) {}

    Positions(AuditDatabase database) {
        this.database = database;
    }

    Map<TopicPartition, Long> load() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        database.transaction(connection -> Rows.query(
                        connection,
                        LOAD,
                        none -> {},
                        row -> new Position(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3))))
                .forEach(position -> positions.put(position.partition(), position.next()));
        return positions;
    }

    /** Retention has taken records that nobody had read yet. */
    void lost(TopicPartition partition, long from, long to, Instant now) {
        String why = "the records from here to offset " + (to - 1)
                + " were deleted from the topic before they were read: expected the topic's retention to outlive the "
                + "alerter's absence";
        LOG.error("{} offset {}: {}", partition, from, why);
        database.transaction(connection -> Rows.update(connection, LOST, insert -> {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.setLong(3, from);
            insert.setString(4, why);
            insert.setObject(5, Rows.at(now));
        }));
    }

    /** The topic was made anew and is read from its start: what the old one held is no more. */
    void forget(TopicPartition partition, Optional<Environment> environment) {
        LOG.warn("{} ends before what was read of it: it was made anew, and is read from its start", partition);
        database.transaction(connection -> {
            if (environment.isPresent()) {
                endAll(connection, environment.get(), partition.partition());
            }
            return Rows.update(connection, FORGET, forget -> {
                forget.setString(1, partition.topic());
                forget.setInt(2, partition.partition());
            });
        });
    }

    private static void endAll(Connection connection, Environment environment, int partition) throws SQLException {
        Rows.update(connection, END, end -> {
            end.setString(1, environment.name());
            end.setInt(2, partition);
        });
        Rows.update(connection, EMPTY, empty -> {
            empty.setString(1, Fingerprint.EMPTY.hex());
            empty.setString(2, environment.name());
            empty.setInt(3, partition);
        });
    }
}
