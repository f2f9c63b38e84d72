package io.evenkeel.collector.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
 * @param base the snapshot of the statement that marked every object last
 * @param large marks of what lies in catalogs that may be large, as they were when all were read last
 * @param since marks of those of them that moved since
 * @param small marks of what lies in all other catalogs
 * @param counts how many rows there are of what can go without a trace in another row
 */
record Marks(
        String snapshot,
        String base,
        Map<Place, Long> large,
        Map<Place, Long> since,
        Map<Place, Long> small,
        Map<String, Count> counts) {
    // what is no older than that may be new
    private static final String AGE = "{age}";
    private static final String FINGERPRINT = resource("fingerprint.sql");
    private static final String ALL = FINGERPRINT.replace(AGE, "-1");
    private static final String MOVES = resource("moves.sql");
    private static final Template SINCE = new Template(
            String.join(
                            "",
                            between(FINGERPRINT, "-- part: schemas", "-- part: large"),
                            between(FINGERPRINT, "-- part: small", "-- part: rows")
                                    .stripTrailing(),
                            ",\n",
                            MOVES,
                            between(FINGERPRINT, "-- part: rest", ""))
                    .replace(AGE, "(SELECT age({xid}))"),
            "{xid}",
            "xid");
    // until 13, the validity of an index changes without a trace
    private static final int TRACED = 14;
    private static final long XIDS = 1L << 32;

    /** One object: what lies on a relation is the relation's. */
    record Place(String catalog, long oid) {}

    /**
     * Rows of one catalog.
     *
     * @param keys the sum of hashes of their keys
     */
    record Count(long rows, long keys) {
        Count minus(Count other) {
            return new Count(rows - other.rows, keys - other.keys);
        }

        Count plus(long key) {
            return new Count(rows + 1, keys + key);
        }
    }

    /** Of every object. */
    static Marks read(Session session) throws SQLException {
        return session.query(ALL, rows -> new MarkRows(rows).all());
    }

    /**
     * The same at a later time. Only rows are looked at that may be new, and whether others are gone; then, or if that
     * cannot be told, every object is marked again.
     */
    Marks next(Session session) throws SQLException {
        if (session.major() < TRACED) {
            return read(session);
        }
        long oldest = Long.parseLong(snapshot.substring(0, snapshot.indexOf(':'))) % XIDS;
        MarkRows later = session.query(SINCE, String.valueOf(oldest), MarkRows::new);
        Set<String> counted = new HashSet<>(counts.keySet());
        counted.addAll(later.counts().keySet());
        return counted.stream().allMatch(catalog -> isComplete(catalog, later)) ? later.after(this) : read(session);
    }

    /** Whether all rows of that catalog that are not as they were are among the new ones. */
    private boolean isComplete(String catalog, MarkRows later) {
        Count none = new Count(0, 0);
        Count now = later.counts().getOrDefault(catalog, none);
        Count candidates = none;
        for (MarkRows.Fresh row : later.fresh(catalog)) {
            now = now.minus(none.plus(row.key()));
            candidates = has(row.place()) ? candidates.plus(row.key()) : candidates;
        }
        Count lost = counts.getOrDefault(catalog, none).minus(now);
        return lost.equals(none) || lost.equals(candidates);
    }

    private boolean has(Place place) {
        return large.containsKey(place) || since.containsKey(place);
    }

    boolean hasRelation(long oid) {
        return has(new Place("pg_class", oid));
    }

    /** What changed, appeared or is gone. */
    Set<Place> movedSince(Marks earlier) {
        Set<Place> moved = new HashSet<>();
        if (base.equals(earlier.base)) {
            compare(earlier.since, since, moved);
        } else {
            compare(earlier.together(), together(), moved);
        }
        compare(earlier.small, small, moved);
        return moved;
    }

    private Map<Place, Long> together() {
        Map<Place, Long> all = new HashMap<>(large);
        all.putAll(since);
        return all;
    }

    private static void compare(Map<Place, Long> earlier, Map<Place, Long> later, Set<Place> moved) {
        later.forEach((place, mark) -> {
            if (!mark.equals(earlier.get(place))) {
                moved.add(place);
            }
        });
        earlier.keySet().stream().filter(place -> !later.containsKey(place)).forEach(moved::add);
    }

    /** The text from one line on, to before another; from the beginning, to the end, where a line is empty. */
    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        return text.substring(start, to.isEmpty() ? text.length() : text.indexOf(to, start));
    }

    private static String resource(String name) {
        try (InputStream in = Marks.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the class path has no " + name, unreadable);
        }
    }
}
