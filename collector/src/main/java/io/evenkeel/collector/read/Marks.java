package io.evenkeel.collector.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A mark for each object of a catalog, as one statement saw them: an equal mark, and the object did not move.
 *
 * @param snapshot {@code pg_current_snapshot()} of that statement
 */
record Marks(String snapshot, Map<Place, Long> values) {
    private static final String SQL = resource("fingerprint.sql");

    /** One object: what lies on a relation is the relation's. */
    record Place(String catalog, long oid) {}

    static Marks read(Session session) throws SQLException {
        return session.query(SQL, Marks::of);
    }

    private static Marks of(ResultSet rows) throws SQLException {
        Map<Place, Long> values = new HashMap<>();
        Map<String, String> catalogs = new HashMap<>();
        String snapshot = "";
        while (rows.next()) {
            String catalog = rows.getString(1);
            catalogs.putIfAbsent(catalog, catalog);
            values.put(new Place(catalogs.getOrDefault(catalog, catalog), rows.getLong(2)), rows.getLong(3));
            snapshot = rows.getString(4);
        }
        return new Marks(snapshot, values);
    }

    boolean hasRelation(long oid) {
        return values.containsKey(new Place("pg_class", oid));
    }

    /** What changed, appeared or is gone. */
    Set<Place> movedSince(Marks earlier) {
        Set<Place> moved = new HashSet<>();
        values.forEach((place, mark) -> {
            if (!mark.equals(earlier.values.get(place))) {
                moved.add(place);
            }
        });
        earlier.values.keySet().stream()
                .filter(place -> !values.containsKey(place))
                .forEach(moved::add);
        return moved;
    }

    private static String resource(String name) {
        try (InputStream in = Marks.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the class path has no " + name, unreadable);
        }
    }
}
