package io.evenkeel.collector.read;

import io.evenkeel.collector.query.ColumnSet;
import io.evenkeel.collector.query.KindFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the relations of every schema that have the columns of a set, in one query for all sets. It starts with the first
 * column of each set: what has no such column is not looked at again.
 */
final class ColumnSearch {
    private static final int ANY_NUMBER = 32_767;

    // What some platforms' services keep of their own version is left out by name, as a dump of such a database may be
    // restored where nothing else tells of the platform.
    private static final String SEARCH = """
            WITH wanted(set, first, name, types, needed, needs, most) AS (VALUES %1$s),
                 sized AS MATERIALIZED (
                 SELECT a.attrelid, count(*) AS columns
                   FROM pg_attribute a
                  WHERE a.attnum > 0
                    AND NOT a.attisdropped
                    AND %2$s
                  GROUP BY a.attrelid
                 ),
                 started AS MATERIALIZED (
                 SELECT s.attrelid AS oid, s.columns, w.set, w.most
                   FROM wanted w
                   JOIN pg_attribute a ON a.attname = w.name
                   JOIN sized s ON s.attrelid = a.attrelid AND s.columns BETWEEN w.needs AND w.most
                   JOIN pg_class c ON c.oid = a.attrelid
                  WHERE w.first
                    AND a.attnum > 0
                    AND NOT a.attisdropped
                    AND c.relkind = 'r'
                    AND NOT c.relispartition
                    AND c.relpersistence <> 't'
                 ),
                 candidate AS MATERIALIZED (
                 SELECT s.oid, s.set
                   FROM started s
                  CROSS JOIN LATERAL (
                        SELECT count(*) AS known, count(*) FILTER (WHERE w.needed) = max(w.needs) AS complete
                          FROM wanted w
                          JOIN pg_attribute a ON a.attrelid = s.oid AND a.attname = w.name
                         WHERE w.set = s.set
                           AND a.attnum > 0
                           AND (w.types && ARRAY[format_type(a.atttypid, NULL), format_type(a.atttypid, a.atttypmod)]
                            OR a.atttypmod = -1 AND format_type(a.atttypid, NULL) || '()' = ANY (w.types))) m
                  WHERE m.complete
                    AND (s.most = %3$d OR m.known = s.columns)
                 )
            SELECT k.set,
                   c.relpages <= 128
                   AND has_schema_privilege(n.oid, 'USAGE')
                   AND has_table_privilege(c.oid, 'SELECT')
                   AND NOT row_security_active(c.oid),
                   n.nspname, c.relname, format('%%I.%%I', n.nspname, c.relname), quote_ident(n.nspname),
                   quote_literal(n.nspname), quote_literal(c.relname), c.oid
              FROM candidate k
              JOIN pg_class c ON c.oid = k.oid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE left(n.nspname, 3) <> 'pg_'
               AND n.nspname <> 'information_schema'
               AND (n.nspname, c.relname) NOT IN (('auth', 'schema_migrations'), ('storage', 'migrations'),
                   ('realtime', 'schema_migrations'), ('_realtime', 'schema_migrations'),
                   ('supabase_functions', 'migrations'), ('_analytics', 'schema_migrations'),
                   ('_supavisor', 'schema_migrations'))
             ORDER BY k.set, n.nspname, c.relname
            """;

    private final List<ColumnSet> sets;
    private final String everywhere;
    private final Template among;

    ColumnSearch(List<ColumnSet> sets) {
        this.sets = List.copyOf(sets);
        List<String> wanted = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            for (ColumnSet.Column column : sets.get(set).columns()) {
                wanted.add(row(set, column, sets.get(set)));
            }
        }
        String all = String.join(", ", wanted);
        this.everywhere = SEARCH.formatted(all, "true", ANY_NUMBER);
        this.among = Template.aboutRelations(
                SEARCH.formatted(all, "a.attrelid = ANY (" + KindFile.RELATIONS + ")", ANY_NUMBER));
    }

    /** What a match's number stands for. */
    List<ColumnSet> sets() {
        return sets;
    }

    List<Match> everywhere(Session session) throws SQLException {
        return sets.isEmpty() ? List.of() : session.query(everywhere, ColumnSearch::matches);
    }

    /** Only these relations. */
    List<Match> among(Session session, Set<Long> relations) throws SQLException {
        return sets.isEmpty() || relations.isEmpty()
                ? List.of()
                : session.query(among, KindFile.array(relations), ColumnSearch::matches);
    }

    private static String row(int number, ColumnSet.Column column, ColumnSet set) {
        String types = column.types().stream().map(ColumnSearch::literal).collect(Collectors.joining(", "));
        return "(" + number + ", " + column.equals(set.columns().getFirst()) + ", " + literal(column.name())
                + "::name, ARRAY[" + types + "], " + !column.optional() + ", " + set.needed() + ", "
                + (set.only() ? set.columns().size() : ANY_NUMBER) + ")";
    }

    private static List<Match> matches(ResultSet rows) throws SQLException {
        List<Match> matches = new ArrayList<>();
        while (rows.next()) {
            matches.add(new Match(
                    rows.getInt(1),
                    rows.getBoolean(2),
                    String.valueOf(RawText.of(rows, 3)),
                    String.valueOf(RawText.of(rows, 4)),
                    String.valueOf(RawText.of(rows, 5)),
                    String.valueOf(RawText.of(rows, 6)),
                    String.valueOf(RawText.of(rows, 7)),
                    String.valueOf(RawText.of(rows, 8)),
                    rows.getLong(9)));
        }
        return matches;
    }

    /** Only for the text of kind files, which are part of the program or its settings; names of objects never come here. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
