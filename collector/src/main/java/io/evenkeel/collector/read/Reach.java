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

    // found one by one by index: the planner cannot know how few they are
    private static final Template DEPENDENTS = new Template("""
            WITH RECURSIVE affected(classid, objid) AS (
                 SELECT split_part(m, ':', 1)::regclass::oid, split_part(m, ':', 2)::oid
                   FROM unnest({moved}) AS m
                  UNION
                 SELECT d.classid, d.objid
                   FROM affected a
                   JOIN pg_depend d ON d.refclassid = a.classid AND d.refobjid = a.objid
                 ),
                 lying(classid, objid, relid) AS (
                 SELECT a.classid, a.objid,
                        CASE a.classid
                        WHEN 'pg_class'::regclass THEN a.objid
                        WHEN 'pg_attrdef'::regclass THEN (SELECT f.adrelid FROM pg_attrdef f WHERE f.oid = a.objid)
                        WHEN 'pg_constraint'::regclass THEN (SELECT k.conrelid FROM pg_constraint k WHERE k.oid = a.objid)
                        WHEN 'pg_rewrite'::regclass THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = a.objid)
                        WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = a.objid)
                        WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = a.objid)
                        WHEN 'pg_statistic_ext'::regclass THEN
                             (SELECT s.stxrelid FROM pg_statistic_ext s WHERE s.oid = a.objid)
                        WHEN 'pg_type'::regclass THEN
                             (SELECT CASE WHEN t.typrelid <> 0 THEN t.typrelid
                                          ELSE (SELECT e.typrelid FROM pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid) END
                                FROM pg_type t WHERE t.oid = a.objid) END
                   FROM affected a
                  -- what enforces a foreign key on the table that is referred to prints nothing unless it is disabled
                  WHERE NOT EXISTS (SELECT FROM pg_trigger t
                                     WHERE a.classid = 'pg_trigger'::regclass AND t.oid = a.objid
                                       AND t.tgisinternal AND t.tgenabled NOT IN ('D', 'R'))
                 ),
                 named(catalog, oid) AS (
                 SELECT DISTINCT CASE WHEN c.oid IS NULL THEN l.classid::regclass::text
                                      WHEN c.relkind = 'c' THEN 'pg_type' ELSE 'pg_class' END,
                        coalesce(c.indrelid, c.oid, l.objid)
                   FROM lying l
                   LEFT JOIN LATERAL (
                        SELECT c.oid, c.relkind, (SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = c.oid) AS indrelid
                          FROM pg_class c
                         WHERE c.oid = l.relid AND (l.classid <> 'pg_type'::regclass OR c.relkind <> 'c')
                        OFFSET 0) c ON true
                 ),
                 -- a partitioned table tells of its partitions' triggers
                 above(catalog, oid) AS (
                 SELECT n.catalog, n.oid FROM named n
                  UNION
                 SELECT a.catalog, h.inhparent FROM above a JOIN pg_inherits h ON a.catalog = 'pg_class' AND h.inhrelid = a.oid
                 )
            SELECT catalog, oid FROM above
            """, "{moved}", "text[]");

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
        String places = moved.stream()
                .map(place -> place.catalog() + ":" + place.oid())
                .collect(Collectors.joining(",", "{", "}"));
        // what is gone has no dependents, but its catalog moved
        return session.query(DEPENDENTS, places, rows -> of(moved, rows));
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

    /** What of a kind may be otherwise than it was read, as far as catalogs show it. */
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
