package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.DriftEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores batches of records: rows, outbox and the next offsets in one transaction. */
final class BatchWriter {
    private static final String OFFSETS = """
            insert into consumer_offset (topic, partition, next_offset)
            select * from unnest(?::text[], ?::int[], ?::bigint[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;
    private static final String REJECT = """
            insert into rejected_record (topic, partition, record_offset, why, received_at)
            select n.topic, n.partition, n.record_offset, n.why, ?
            from unnest(?::text[], ?::int[], ?::bigint[], ?::text[]) as n (topic, partition, record_offset, why)
            on conflict (topic, partition, record_offset) do nothing
            """;
    private static final int WHY = 2000;

    private final AuditDatabase database;
    private final Collection<Subscription> subscriptions;
    private final Clock clock;

    BatchWriter(AuditDatabase database, Collection<Subscription> subscriptions, Clock clock) {
        this.database = database;
        this.subscriptions = List.copyOf(subscriptions);
        this.clock = clock;
    }

    /**
     * Stores the batch. If the database refuses its data (text that PostgreSQL cannot hold, for example), the batch is
     * halved until the record at fault is found; that one is rejected and the others are stored.
     */
    Applied write(List<Incoming> batch) {
        try {
            return database.transaction(connection -> write(connection, batch));
        } catch (AuditException failed) {
            if (!isAboutData(failed)) {
                throw failed;
            }
            if (batch.size() == 1 && batch.getFirst().content() instanceof Content.Rejected) {
                throw failed;
            }
            if (batch.size() == 1) {
                return write(List.of(batch.getFirst().rejected(String.valueOf(failed.getMessage()))));
            }
            int half = batch.size() / 2;
            return write(batch.subList(0, half)).plus(write(batch.subList(half, batch.size())));
        }
    }

    private static boolean isAboutData(AuditException failed) {
        if (!(failed.getCause() instanceof SQLException sql) || sql.getSQLState() == null) {
            return false;
        }
        String state = sql.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private Applied write(Connection connection, List<Incoming> batch) throws SQLException {
        Instant now = clock.instant();
        CatalogWriter catalog = new CatalogWriter();
        DriftWriter drift = new DriftWriter();
        EventWriter events = new EventWriter();
        Map<Incoming, String> rejected = new LinkedHashMap<>();
        for (Incoming incoming : batch) {
            switch (incoming.content()) {
                case Content.OfCatalog content -> catalog.add(incoming.partition(), content);
                case Content.OfDrift content -> drift.add(content.record());
                case Content.OfEvent content -> events.add(content.event());
                case Content.Rejected content -> rejected.put(incoming, content.why());
            }
        }
        catalog.write(connection, now);
        drift.write(connection, now);
        List<DriftEvent> fresh = events.write(connection, subscriptions, now);
        reject(connection, rejected, now);
        offsets(connection, batch);
        return new Applied(fresh, catalog.markers(), rejected.size(), catalog.objects(), drift.drifts());
    }

    private static void reject(Connection connection, Map<Incoming, String> rejected, Instant now) throws SQLException {
        if (rejected.isEmpty()) {
            return;
        }
        Collection<Incoming> records = rejected.keySet();
        Rows.update(connection, REJECT, reject -> {
            reject.setObject(1, Rows.at(now));
            Rows.column(reject, 2, "text", records, Incoming::topic);
            Rows.column(reject, 3, "int4", records, Incoming::partition);
            Rows.column(reject, 4, "int8", records, Incoming::offset);
            Rows.column(reject, 5, "text", rejected.values(), BatchWriter::storable);
        });
    }

    private static String storable(String why) {
        String text = why.replace('\0', ' ');
        return text.length() <= WHY ? text : text.substring(0, WHY);
    }

    private static void offsets(Connection connection, List<Incoming> batch) throws SQLException {
        Map<List<Object>, Incoming> last = new LinkedHashMap<>();
        batch.forEach(incoming -> last.put(List.of(incoming.topic(), incoming.partition()), incoming));
        Collection<Incoming> records = last.values();
        Rows.update(connection, OFFSETS, offsets -> {
            Rows.column(offsets, 1, "text", records, Incoming::topic);
            Rows.column(offsets, 2, "int4", records, Incoming::partition);
            Rows.column(offsets, 3, "int8", records, record -> record.offset() + 1);
        });
    }
}
