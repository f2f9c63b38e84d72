package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.Signature;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the relations that a kind's file requires, by their columns and in every schema. */
final class RelationSearch {
    private static final String SEARCH = """
            SELECT format('%%I.%%I', n.nspname, c.relname), format('%%L', n.nspname), format('%%L', c.relname),
                   format('%%I', n.nspname)
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN (VALUES %s) AS wanted(name, type)
                ON wanted.name = a.attname AND wanted.type = format_type(a.atttypid, NULL)
             WHERE c.relkind = 'r'
               AND NOT c.relispartition
               AND c.relpersistence <> 't'
               AND left(n.nspname, 3) <> 'pg_'
               AND n.nspname <> 'information_schema'
             GROUP BY n.nspname, c.relname
            HAVING count(*) = %d
             ORDER BY n.nspname, c.relname
            """;

    private RelationSearch() {}

    static List<FoundRelation> run(Session session, List<KindFile> files) throws SQLException {
        List<FoundRelation> found = new ArrayList<>();
        for (KindFile file : files) {
            if (file.requires().isPresent()) {
                found.addAll(find(session, file, file.requires().get()));
            }
        }
        return found;
    }

    private static List<FoundRelation> find(Session session, KindFile file, Signature signature) throws SQLException {
        List<String> wanted = new ArrayList<>();
        for (int at = 0; at < signature.names().size(); at++) {
            wanted.add("(" + literal(signature.names().get(at)) + ", "
                    + literal(signature.types().get(at)) + ")");
        }
        String sql = SEARCH.formatted(
                wanted.stream().collect(Collectors.joining(", ")),
                signature.names().size());
        return session.query(sql, rows -> {
            List<FoundRelation> relations = new ArrayList<>();
            while (rows.next()) {
                relations.add(new FoundRelation(
                        file, rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return relations;
        });
    }

    /** Only for the text of kind files, which are part of the program or its settings; names of objects never come here. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
