package io.evenkeel.collector.query;

import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the text of an SQL file into a {@link KindFile}, or says what is wrong with it. */
final class KindFileParser {
    private static final Pattern NAME =
            Pattern.compile("([a-z][a-z0-9_]*)(?:@([a-z][a-z0-9_]*))?(?:\\.pg([1-9][0-9]))?\\.sql");
    private static final Pattern CATEGORY = Pattern.compile("structure|code|security|migration|data|server");
    private static final String SEVERITIES = "'warning', or 'warning; attribute=critical; missing=critical'";

    private KindFileParser() {}

    static KindFile parse(String file, String text) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new KindFileException(
                    file, 0, "expected a name such as view.sql, view.pg17.sql or migration@tool.sql; rename it");
        }
        KindHeader header = KindHeader.parse(file, text);
        String sql = text.lines().dropWhile(line -> line.startsWith("--")).collect(Collectors.joining("\n"));
        KindFile parsed = new KindFile(
                file,
                Optional.ofNullable(name.group(2)),
                name.group(3) == null ? 0 : Integer.parseInt(name.group(3)),
                descriptor(new ObjectKind(name.group(1)), header),
                parent(header),
                root(header),
                clusterWide(header),
                Treatment.of(header),
                refresh(name.group(1), header, sql),
                requires(header),
                sql);
        checkPlaceholders(parsed);
        return parsed;
    }

    private static KindDescriptor descriptor(ObjectKind kind, KindHeader header) {
        if (!CATEGORY.matcher(header.required("category")).matches()) {
            throw header.problem("category", CATEGORY.pattern().replace("|", ", "));
        }
        List<String> severities = List.of(header.required("severity").split("\\s*;\\s*"));
        return new KindDescriptor(
                kind,
                header.required("description"),
                header.required("category"),
                severity(header, severities.getFirst()),
                overrides(header, severities.subList(1, severities.size())),
                order(header),
                header.value("version-bound")
                        .map(Lists::commas)
                        .<Set<String>>map(TreeSet::new)
                        .orElse(Set.of()),
                advice(header));
    }

    private static Severity severity(KindHeader header, String word) {
        try {
            return Severity.of(word);
        } catch (IllegalArgumentException unknown) {
            throw header.problem("severity", SEVERITIES);
        }
    }

    private static SortedMap<String, Severity> overrides(KindHeader header, List<String> items) {
        SortedMap<String, Severity> overrides = new TreeMap<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            if (equals < 1) {
                throw header.problem("severity", SEVERITIES);
            }
            overrides.put(
                    item.substring(0, equals).strip(),
                    severity(header, item.substring(equals + 1).strip()));
        }
        return overrides;
    }

    private static int order(KindHeader header) {
        try {
            return Integer.parseInt(header.required("order"));
        } catch (NumberFormatException notANumber) {
            throw header.problem("order", "a whole number");
        }
    }

    private static SortedMap<String, String> advice(KindHeader header) {
        SortedMap<String, String> advice = new TreeMap<>();
        for (String change : List.of("missing", "unexpected", "different")) {
            header.value("advice-" + change).ifPresent(text -> advice.put(change, text));
        }
        return advice;
    }

    private static Optional<ParentRule> parent(KindHeader header) {
        return header.value("parent")
                .map(value -> ParentRule.parse(value)
                        .filter(rule -> named(rule.columns()))
                        .orElseThrow(() -> header.problem("parent", "'kind(id_column, id_column)'")));
    }

    private static boolean clusterWide(KindHeader header) {
        return switch (header.value("scope").orElse("database")) {
            case "database" -> false;
            case "cluster" -> true;
            default -> throw header.problem("scope", "'database' or 'cluster'");
        };
    }

    /** Nobody knows what the queries of the user's own kinds look at. */
    private static Refresh refresh(String kind, KindHeader header, String sql) {
        Optional<String> text = header.value("refresh");
        if (text.isPresent()) {
            return Refresh.parse(text.get(), sql).orElseThrow(() -> header.problem("refresh", Refresh.EXPECTED));
        }
        return kind.startsWith(KindLibrary.OWN_PREFIX) ? Refresh.ofUnknown(sql) : Refresh.byName(sql);
    }

    private static List<String> root(KindHeader header) {
        Optional<List<String>> root = header.value("root").map(Lists::commas);
        if (root.isPresent() && (root.get().isEmpty() || !named(root.get()))) {
            throw header.problem("root", "columns that begin with id_ or _");
        }
        return root.or(() -> parent(header).map(ParentRule::columns)).orElse(List.of());
    }

    private static boolean named(List<String> columns) {
        return columns.stream().allMatch(column -> Columns.isIdentity(column) || Columns.isCarried(column));
    }

    private static List<Signature> requires(KindHeader header) {
        try {
            return header.value("requires").map(Signature::parseAll).orElse(List.of());
        } catch (IllegalArgumentException wrong) {
            throw header.problem("requires", String.valueOf(wrong.getMessage()));
        }
    }

    private static void checkPlaceholders(KindFile file) {
        boolean narrows = file.sql().contains(KindFile.RELATIONS) && file.sql().contains(KindFile.BY_RELATION);
        if (narrows != file.refresh().byRelation()) {
            throw new KindFileException(
                    file.name(),
                    0,
                    "expected 'refresh: by relation' in the header and lines with " + KindFile.RELATIONS
                            + " that end in '" + KindFile.BY_RELATION + "' in the query, found one of the two");
        }
        if (file.sql().contains(KindFile.BESIDE)
                && file.requires().stream().anyMatch(each -> each.beside().isEmpty())) {
            throw new KindFileException(
                    file.name(), 0, "expected 'beside' in 'requires' because the query has " + KindFile.BESIDE);
        }
        boolean has = file.sql().contains(KindFile.RELATION);
        if (has == file.requires().isEmpty()) {
            throw new KindFileException(
                    file.name(),
                    0,
                    has
                            ? "expected a header line '-- requires: ...' because the query has " + KindFile.RELATION
                            : "expected " + KindFile.RELATION + " in the query because the header has 'requires'");
        }
    }
}
