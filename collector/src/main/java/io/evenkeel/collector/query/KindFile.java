package io.evenkeel.collector.query;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One SQL file that reads one kind: {@code <kind>.sql}, {@code <kind>@<source>.sql}, {@code <kind>.pg17.sql} or
 * {@code <kind>@<source>.pg17.sql}. Lines of the query that end in {@code -- since 15} or {@code -- before 15} are left
 * out on older or newer servers.
 *
 * @param name of the file
 * @param source where else objects of the kind come from, such as a migration tool
 * @param sinceMajor the oldest server major that the file is for; 0 for all
 * @param root the columns whose values name the outermost parent; empty: the whole identity
 * @param clusterWide whether all databases of a server share these objects
 * @param treatment of the columns' values
 * @param refresh when it has to be read again
 * @param requires the relations that the query is run for, one after the other: those that have any of these signatures;
 *     empty: it runs once
 */
public record KindFile(
        String name,
        Optional<String> source,
        int sinceMajor,
        KindDescriptor descriptor,
        Optional<ParentRule> parent,
        List<String> root,
        boolean clusterWide,
        Treatment treatment,
        Refresh refresh,
        List<Signature> requires,
        String sql) {
    /** Stands for the relation, as an identifier. */
    public static final String RELATION = "{relation}";

    /** Stands for the relation's schema, as a text literal. */
    public static final String SCHEMA = "{schema}";

    /** Stands for the relation's name without schema, as a text literal. */
    public static final String TABLE = "{table}";

    /** Stands for the relation that the signature wants beside it, as an identifier. */
    public static final String BESIDE = "{beside}";

    /** Stands for the OIDs of the relations that are read again, as an array. */
    public static final String RELATIONS = "{relations}";

    static final String BY_RELATION = "-- by relation";

    private static final Pattern CONDITION = Pattern.compile("-- (since|before) ([1-9][0-9])$");

    private static final Pattern IDENTITY = Pattern.compile("(?i)\\bAS\\s+(id_\\w+)");

    /** A name of the identity that the query knows before it looks at rows. */
    private static final Pattern KNOWN =
            Pattern.compile("(?i)(?:\\bSELECT|,)\\s*('[^']*'|\\{schema}|\\{table})\\s+AS\\s+(id_\\w+)");

    public KindFile {
        root = List.copyOf(root);
        requires = List.copyOf(requires);
    }

    /** The same file with those lines of its query that are for servers of that major. */
    KindFile forMajor(int major) {
        String lines = sql.lines().filter(line -> isFor(line, major)).collect(Collectors.joining("\n"));
        return new KindFile(
                name, source, sinceMajor, descriptor, parent, root, clusterWide, treatment, refresh, requires, lines);
    }

    /** The query for everything. */
    public String sqlForAll() {
        return refresh.byRelation()
                ? sql.lines().filter(line -> !line.endsWith(BY_RELATION)).collect(Collectors.joining("\n"))
                : sql;
    }

    /** The query for everything, but of relations only for these. */
    public String sqlForAllWithin(Collection<Long> relations) {
        // the other lines made for relations leave out what lies on none
        String all = sql.lines()
                .filter(line -> !line.endsWith(BY_RELATION) || line.contains(RELATIONS))
                .collect(Collectors.joining("\n"));
        return all.replace(RELATIONS, "'" + array(relations) + "'::oid[]");
    }

    /** What takes the place of {@link #RELATIONS}. */
    public static String array(Collection<Long> relations) {
        return relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Whether what it tells of a relation lies in the relation's schema. */
    public boolean liesInSchemas() {
        return refresh.byRelation() && (schemaAt().isPresent() || parent.isPresent());
    }

    private static boolean isFor(String line, int major) {
        Matcher condition = CONDITION.matcher(line);
        return !condition.find()
                || condition.group(1).equals("since") == (major >= Integer.parseInt(condition.group(2)));
    }

    /** The columns that hold names of roles. */
    public Set<String> roleColumns() {
        return treatment.roles();
    }

    /** The columns whose values may be secrets, each with the options that may be shown. */
    public SortedMap<String, Set<String>> redactions() {
        return treatment.redactions();
    }

    /** The columns that hold what people wrote. */
    public Set<String> freeText() {
        return treatment.freeText();
    }

    /** The columns in which a null means that nothing is known. */
    public Set<String> unknownIfNull() {
        return treatment.unknownIfNull();
    }

    /** The place of the schema's name in the identities; absent: objects of the kind lie in no schema by their names. */
    public Optional<Integer> schemaAt() {
        int at = identity().distinct().toList().indexOf(Columns.identity("schema"));
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    private Stream<String> identity() {
        return IDENTITY.matcher(sql).results().map(match -> match.group(1));
    }

    /** The names that the identities of all that a relation of that name tells begin with; none if only its rows say. */
    public List<String> namesOf(String schema, String table) {
        Map<String, String> known = KNOWN.matcher(sql)
                .results()
                .collect(Collectors.toMap(match -> match.group(2), match -> match.group(1), (one, other) -> one));
        boolean once = identity().distinct().count() == identity().count();
        return identity()
                .takeWhile(column -> once && known.containsKey(column))
                .map(column -> known.getOrDefault(column, ""))
                .map(said -> switch (said) {
                    case SCHEMA -> schema;
                    case TABLE -> table;
                    default -> said.substring(1, said.length() - 1);
                })
                .toList();
    }

    public ObjectKind kind() {
        return descriptor.kind();
    }

    /** The query for one of the relations that {@code requires} found; the values are quoted by the server. */
    public String sqlFor(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = sql.indexOf('{'); at >= 0; at = sql.indexOf('{', at + 1)) {
            int start = at;
            Optional<String> placeholder = values.keySet().stream()
                    .filter(each -> sql.startsWith(each, start))
                    .findFirst();
            if (placeholder.isPresent()) {
                filled.append(sql, from, at).append(values.get(placeholder.get()));
                from = at + placeholder.get().length();
            }
        }
        return filled.append(sql, from, sql.length()).toString();
    }

    /** Whether the column only names the parent or the root, so that it is no attribute. */
    public boolean isStructural(String column) {
        return root.contains(column)
                || parent.stream()
                        .anyMatch(rule ->
                                rule.kind().equals(column) || rule.columns().contains(column));
    }
}
