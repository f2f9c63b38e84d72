package io.evenkeel.collector.read;

import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.RowCount;
import io.evenkeel.contract.catalog.Unseen;
import io.evenkeel.contract.catalog.Value;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts counts in the place of estimates, for the tables of which the settings want it. {@code row_security} is off in
 * every session, so that a policy that would hide rows is an error and never a wrong count.
 */
final class RowCounter {
    private static final Logger LOG = LoggerFactory.getLogger(RowCounter.class);

    /** What came of the count of one table. */
    private sealed interface Count {
        record Rows(long rows) implements Count {}

        record Failed(String why) implements Count {}
    }

    private final Counting counting;
    private final String place;
    private final Redactor redactor;
    private final Map<ObjectKey, Count> counts = new HashMap<>();
    private long countedAt;

    RowCounter(Counting counting, String place, Redactor redactor) {
        this.counting = counting;
        this.place = place;
        this.redactor = redactor;
    }

    /** Whether counts were made that have to be made again; times are nanoseconds of one monotonic clock. */
    boolean isDue(long now) {
        return !counts.isEmpty() && now - countedAt >= counting.every().toNanos();
    }

    /** The same reading with counts; they are made again when they are due, and of tables that are new. */
    Reading.Complete count(Session session, Reading.Complete reading, long now) throws SQLException {
        if (counting.tables().isEmpty()) {
            return reading;
        }
        Set<ObjectKey> wanted = reading.objects().values().stream()
                .filter(object -> object.carried().has(RowCount.ESTIMATE))
                .map(CatalogObject::key)
                .filter(key -> counting.tables().match(String.join(".", key.identity())))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return reading;
        }
        counts.keySet().retainAll(wanted);
        boolean due = counts.isEmpty() || isDue(now);
        for (ObjectKey table : wanted) {
            if (due || !counts.containsKey(table)) {
                keep(table, count(session, table));
            }
        }
        countedAt = due ? now : countedAt;
        Map<ObjectKey, CatalogObject> objects = new HashMap<>(reading.objects());
        counts.forEach((table, count) -> objects.computeIfPresent(table, (key, object) -> with(object, count)));
        return reading.of(objects);
    }

    private void keep(ObjectKey table, Count count) {
        if (!count.equals(counts.put(table, count)) && count instanceof Count.Failed failed) {
            LOG.warn("{}: cannot count the rows of {}: {}", place, String.join(".", table.identity()), failed.why());
        }
    }

    private Count count(Session session, ObjectKey table) throws SQLException {
        String name = table.identity().stream().map(RowCounter::quoted).collect(Collectors.joining("."));
        try {
            return session.query("SELECT count(*) FROM " + name, rows -> {
                rows.next();
                return new Count.Rows(rows.getLong(1));
            });
        } catch (SQLException fault) {
            if (SqlFaults.endsConnection(fault)) {
                throw fault;
            }
            return new Count.Failed(SqlFaults.words(fault, redactor));
        }
    }

    private static CatalogObject with(CatalogObject object, Count count) {
        Attributes carried = object.carried();
        return object.carrying(
                switch (count) {
                    case Count.Rows counted ->
                        carried.without(RowCount.ESTIMATE).with(RowCount.EXACT, new Value.Int(counted.rows()));
                    case Count.Failed failed ->
                        carried.with(Unseen.ATTRIBUTE, new Value.TextList(List.of(RowCount.EXACT)));
                });
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
