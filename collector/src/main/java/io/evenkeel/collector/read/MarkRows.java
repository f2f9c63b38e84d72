package io.evenkeel.collector.read;

import io.evenkeel.collector.read.Marks.Count;
import io.evenkeel.collector.read.Marks.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a statement said of marks, sorted by what its rows are about. */
final class MarkRows {
    private static final String NEW = "new:";
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final String NOTHING = "nothing";

    /** A row that may be new, the object that it lies on, and the transaction that made it. */
    record Fresh(Place place, long key, long xid) {
        long mark() {
            return (key * MIX + xid) * MIX;
        }
    }

    private final Map<Place, Long> large = new HashMap<>();
    private final Map<Place, Long> small = new HashMap<>();
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, List<Fresh>> fresh = new HashMap<>();
    private String snapshot = "";

    MarkRows(ResultSet rows) throws SQLException {
        Map<String, String> catalogs = new HashMap<>();
        while (rows.next()) {
            String part = rows.getString(1);
            String catalog = rows.getString(2);
            Place place = new Place(catalogs.computeIfAbsent(catalog, same -> same), rows.getLong(3));
            long mark = rows.getLong(4);
            snapshot = rows.getString(5);
            switch (part) {
                case "large" -> large.put(place, mark);
                case "small" -> small.put(place, mark);
                case "count" -> counts.put(place.catalog(), new Count(place.oid(), mark));
                default ->
                    fresh.computeIfAbsent(part.substring(NEW.length()), none -> new ArrayList<>())
                            .add(new Fresh(place, mark, rows.getLong(6)));
            }
        }
    }

    Map<String, Count> counts() {
        return counts;
    }

    /** The rows that may be new of those that are counted under that name. */
    List<Fresh> fresh(String catalog) {
        return fresh.getOrDefault(catalog, List.of());
    }

    Marks all() {
        return new Marks(snapshot, snapshot, large, Map.of(), small, counts);
    }

    /** What is new has another mark than before; the same rows, seen again, have the same. */
    Marks after(Marks before) {
        Map<Place, Long> marks = new HashMap<>();
        fresh.values().stream()
                .flatMap(List::stream)
                .filter(row -> !row.place().catalog().equals(NOTHING))
                .forEach(row -> marks.merge(row.place(), row.mark(), Long::sum));
        Map<Place, Long> since = new HashMap<>(before.since());
        since.putAll(marks);
        return new Marks(snapshot, before.base(), before.large(), since, small, counts);
    }
}
