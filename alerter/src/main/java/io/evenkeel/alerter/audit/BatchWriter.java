package io.evenkeel.alerter.audit;

import io.evenkeel.contract.drift.DriftEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores batches of records: rows and the next offsets in one transaction. */
final class BatchWriter {
    private static final String OFFSETS = """
            insert into consumer_offset (topic, partition, next_offset)
            select * from unnest(?::text[], ?::int[], ?::bigint[])
            on conflict (topic, partition) do update
            set next_offset = greatest(consumer_offset.next_offset, excluded.next_offset)
            """;
    private static final String REJECT = """
            insert into rejected_record (topic, partition, record_offset, why, received_at)
            select n.topic, n.partition, n.record_offset, n.why, ?
            from unnest(?::text[], ?::int[], ?::bigint[], ?::text[]) as n (topic, partition, record_offset, why)
            on conflict (topic, partition, record_offset) do nothing
            """;
    private static final String EXPECT = """
            insert into consumer_offset (topic, partition, next_offset)
            select *, 0 from unnest(?::text[], ?::int[])
            on conflict (topic, partition) do nothing
            """;
    private static final String STORED = """
            select o.topic, o.partition, o.next_offset
            from consumer_offset o
            join unnest(?::text[], ?::int[]) as n (topic, partition) using (topic, partition)
            order by topic, partition
            for update of o
            """;
    private static final int WHY = 2000;

    private record Place(String topic, int partition) {
        static Place of(Incoming incoming) {
            return new Place(incoming.topic(), incoming.partition());
        }
    }

    private record Stored(Place place, long next) {}

    private final AuditDatabase database;
    private final Leadership leadership;
    private final Clock clock;

    BatchWriter(AuditDatabase database, Leadership leadership, Clock clock) {
        this.database = database;
        this.leadership = leadership;
        this.clock = clock;
    }

    /**
     * Stores the batch. If the database refuses its data (text that PostgreSQL cannot hold, for example), the batch is
     * halved until the record at fault is found; that one is rejected and the others are stored.
     *
     * @param term of the leadership in which the batch was read
     */
    Applied write(List<Incoming> batch, long term) {
        try {
            return database.transaction(connection -> write(connection, batch, term));
        } catch (AuditException failed) {
            if (!isAboutData(failed)) {
                throw failed;
            }
            if (batch.size() == 1 && batch.getFirst().content() instanceof Content.Rejected) {
                throw failed;
            }
            if (batch.size() == 1) {
                return write(List.of(batch.getFirst().rejected(String.valueOf(failed.getMessage()))), term);
            }
            int half = batch.size() / 2;
            return write(batch.subList(0, half), term).plus(write(batch.subList(half, batch.size()), term));
        }
    }

    private static boolean isAboutData(AuditException failed) {
        if (!(failed.getCause() instanceof SQLException sql) || sql.getSQLState() == null) {
            return false;
        }
        String state = sql.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private Applied write(Connection connection, List<Incoming> batch, long term) throws SQLException {
        leadership.confirm(connection, term);
        Instant now = clock.instant();
        CatalogWriter catalog = new CatalogWriter();
        DriftWriter drift = new DriftWriter();
        EventWriter events = new EventWriter();
        Map<Incoming, String> rejected = new LinkedHashMap<>();
        for (Incoming incoming : unstored(connection, batch)) {
            switch (incoming.content()) {
                case Content.OfCatalog content -> catalog.add(incoming.partition(), content);
                case Content.OfDrift content -> drift.add(content.record());
                case Content.OfEvent content -> events.add(content.event());
                case Content.Rejected content -> rejected.put(incoming, content.why());
            }
        }
        catalog.write(connection, now);
        drift.write(connection, now);
        List<DriftEvent> fresh = events.write(connection, now);
        new ChainWriter(connection, now)
                .appendEvents(fresh.stream().map(DriftEvent::id).toList());
        reject(connection, rejected, now);
        offsets(connection, batch);
        return Applied.of(batch, fresh, rejected.size(), drift.changes());
    }

    /** Without what is stored already, by another alerter that led before. */
    private static List<Incoming> unstored(Connection connection, List<Incoming> batch) throws SQLException {
        List<Place> places = batch.stream()
                .map(Place::of)
                .distinct()
                .sorted(Comparator.comparing(Place::topic).thenComparing(Place::partition))
                .toList();
        Rows.Binder binder = statement -> {
            Rows.column(statement, 1, "text", places, Place::topic);
            Rows.column(statement, 2, "int4", places, Place::partition);
        };
        Rows.update(connection, EXPECT, binder);
        Map<Place, Long> next = new HashMap<>();
        Rows.query(
                        connection,
                        STORED,
                        binder,
                        row -> new Stored(new Place(row.getString(1), row.getInt(2)), row.getLong(3)))
                .forEach(stored -> next.put(stored.place(), stored.next()));
        return batch.stream()
                .filter(incoming -> incoming.offset() >= next.getOrDefault(Place.of(incoming), 0L))
                .toList();
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
        Map<Place, Incoming> last = new LinkedHashMap<>();
        batch.forEach(incoming -> last.put(Place.of(incoming), incoming));
        Collection<Incoming> records = last.values();
        Rows.update(connection, OFFSETS, offsets -> {
            Rows.column(offsets, 1, "text", records, Incoming::topic);
            Rows.column(offsets, 2, "int4", records, Incoming::partition);
            Rows.column(offsets, 3, "int8", records, record -> record.offset() + 1);
        });
    }
}
