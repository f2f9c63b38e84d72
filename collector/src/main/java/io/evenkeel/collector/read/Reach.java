package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.Refresh;
import io.evenkeel.collector.read.Marks.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far changes reach: to what changed, and to whatever refers to it, as its text may hold the other's name. Every
 * reference that a definition prints stands in {@code pg_depend}, but for those to schemas and roles.
 *
 * @param everything whether it cannot be told apart
 * @param catalogs that hold what changed, or what refers to it
 * @param relations that changed, or that refer to what did
 */
record Reach(boolean everything, Set<String> catalogs, Set<Long> relations) {
    static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());
    private static final Reach NOTHING = new Reach(false, Set.of(), Set.of());

    private static final String RELATIONS = "pg_class";
    private static final int MOST = 2_000;
    // names and rights of these are in the text of what does not depend on them; a cast may change how a call is
    // printed
    private static final Set<String> EVERYWHERE = Set.of("pg_namespace", "pg_roles", "pg_extension", "pg_cast");
    // where fingerprint.sql puts the marks of rows that belong to another catalog's object
    private static final Map<String, Set<String>> MARKED_AT = Map.ofEntries(
            Map.entry("pg_attribute", Set.of(RELATIONS)),
            Map.entry("pg_attrdef", Set.of(RELATIONS)),
            Map.entry("pg_constraint", Set.of(RELATIONS, "pg_type")),
            Map.entry("pg_index", Set.of(RELATIONS)),
            Map.entry("pg_rewrite", Set.of(RELATIONS)),
            Map.entry("pg_trigger", Set.of(RELATIONS)),
            Map.entry("pg_policy", Set.of(RELATIONS)),
            Map.entry("pg_sequence", Set.of(RELATIONS)),
            Map.entry("pg_inherits", Set.of(RELATIONS)),
            Map.entry("pg_partitioned_table", Set.of(RELATIONS)),
            Map.entry("pg_foreign_table", Set.of(RELATIONS)),
            Map.entry("pg_statistic_ext", Set.of(RELATIONS)),
            Map.entry("pg_enum", Set.of("pg_type")),
            Map.entry("pg_range", Set.of("pg_type")),
            Map.entry("pg_aggregate", Set.of("pg_proc")),
            Map.entry("pg_ts_config_map", Set.of("pg_ts_config")),
            Map.entry("pg_publication_rel", Set.of("pg_publication")),
            Map.entry("pg_publication_namespace", Set.of("pg_publication")),
            Map.entry("pg_subscription_rel", Set.of("pg_subscription")),
            Map.entry("pg_identify_object_as_address", Set.of(RELATIONS, "pg_type", "pg_proc")),
            Map.entry("pg_has_role", Set.of("pg_auth_members")));

    private static final String DEPENDENTS = """
            WITH RECURSIVE affected(classid, objid) AS (
                 SELECT m.catalog::regclass::oid, m.oid
                   FROM unnest('{%s}'::text[], '{%s}'::oid[]) AS m(catalog, oid)
                  UNION
                 SELECT d.classid, d.objid
                   FROM affected a
                   JOIN pg_depend d ON d.refclassid = a.classid AND d.refobjid = a.objid
                 ),
                 named(catalog, oid) AS (
            SELECT DISTINCT CASE WHEN c.oid IS NULL THEN a.classid::regclass::text
                                 WHEN c.relkind = 'c' THEN 'pg_type' ELSE 'pg_class' END,
                   coalesce(i.indrelid, c.oid, a.objid)
              FROM affected a
              LEFT JOIN pg_attrdef f ON a.classid = 'pg_attrdef'::regclass AND f.oid = a.objid
              LEFT JOIN pg_constraint k ON a.classid = 'pg_constraint'::regclass AND k.oid = a.objid AND k.conrelid <> 0
              LEFT JOIN pg_rewrite w ON a.classid = 'pg_rewrite'::regclass AND w.oid = a.objid
              LEFT JOIN pg_trigger t ON a.classid = 'pg_trigger'::regclass AND t.oid = a.objid
              LEFT JOIN pg_policy p ON a.classid = 'pg_policy'::regclass AND p.oid = a.objid
              LEFT JOIN pg_statistic_ext s ON a.classid = 'pg_statistic_ext'::regclass AND s.oid = a.objid
              LEFT JOIN pg_type y ON a.classid = 'pg_type'::regclass AND y.oid = a.objid
              LEFT JOIN pg_type e ON y.typrelid = 0 AND e.oid = y.typelem AND e.typarray = y.oid
              LEFT JOIN pg_class c ON c.oid = CASE WHEN a.classid = 'pg_class'::regclass THEN a.objid
                   ELSE coalesce(f.adrelid, k.conrelid, w.ev_class, t.tgrelid, p.polrelid, s.stxrelid,
                                 nullif(y.typrelid, 0), nullif(e.typrelid, 0)) END
                   AND (a.classid <> 'pg_type'::regclass OR c.relkind <> 'c')
              LEFT JOIN pg_index i ON i.indexrelid = c.oid
                 ),
                 -- a partitioned table tells of its partitions' triggers
                 above(catalog, oid) AS (
                 SELECT n.catalog, n.oid FROM named n
                  UNION
                 SELECT a.catalog, h.inhparent FROM above a JOIN pg_inherits h ON a.catalog = 'pg_class' AND h.inhrelid = a.oid
                 )
            SELECT catalog, oid FROM above
            """;

    /** What of a kind has to be read again. */
    sealed interface Again {
        /** Nothing. */
        record Nothing() implements Again {}

        /** All of it. */
        record Whole() implements Again {}

        /** What some relations are and what lies on them. */
        record Some(Set<Long> relations) implements Again {}
    }

    static Reach of(Session session, Set<Place> moved) throws SQLException {
        if (moved.isEmpty()) {
            return NOTHING;
        }
        if (moved.size() > MOST || moved.stream().anyMatch(place -> EVERYWHERE.contains(place.catalog()))) {
            return EVERYTHING;
        }
        String sql = DEPENDENTS.formatted(
                moved.stream().map(Place::catalog).collect(Collectors.joining(",")),
                moved.stream().map(place -> String.valueOf(place.oid())).collect(Collectors.joining(",")));
        // what is gone has no dependents, but its catalog moved
        return session.query(sql, rows -> of(moved, rows));
    }

    private static Reach of(Set<Place> moved, ResultSet rows) throws SQLException {
        Set<String> catalogs = moved.stream().map(Place::catalog).collect(Collectors.toCollection(HashSet::new));
        Set<Long> relations = moved.stream()
                .filter(place -> place.catalog().equals(RELATIONS))
                .map(Place::oid)
                .collect(Collectors.toCollection(HashSet::new));
        while (rows.next()) {
            String catalog = rows.getString(1);
            catalogs.add(catalog);
            catalogs.addAll(MARKED_AT.getOrDefault(catalog, Set.of()));
            if (catalog.equals(RELATIONS)) {
                relations.add(rows.getLong(2));
            }
        }
        return relations.size() > MOST ? EVERYTHING : new Reach(false, catalogs, relations);
    }

    /** Whether relations changed, or something they refer to. */
    boolean touchesRelations() {
        return everything || !relations.isEmpty();
    }

    Again of(KindFile file) {
        return file.refresh().always() ? new Again.Whole() : movedOf(file);
    }

    /** What of a kind may be otherwise than it was read. */
    Again movedOf(KindFile file) {
        Refresh refresh = file.refresh();
        if (everything || refresh.named().stream().anyMatch(name -> isMoved(name, refresh))) {
            return new Again.Whole();
        }
        return refresh.byRelation() && !relations.isEmpty() ? new Again.Some(relations) : new Again.Nothing();
    }

    private boolean isMoved(String name, Refresh refresh) {
        return catalogs.contains(name) && !isFollowed(name, refresh)
                || markedAt(name).stream()
                        .anyMatch(catalog -> catalogs.contains(catalog) && !isFollowed(catalog, refresh));
    }

    private static boolean isFollowed(String catalog, Refresh refresh) {
        return refresh.followed().contains(catalog) || (refresh.byRelation() && catalog.equals(RELATIONS));
    }

    private static Set<String> markedAt(String catalog) {
        return MARKED_AT.getOrDefault(catalog, Set.of(catalog));
    }
}
