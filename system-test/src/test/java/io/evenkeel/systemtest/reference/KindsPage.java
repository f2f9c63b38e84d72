package io.evenkeel.systemtest.reference;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.collector.query.ParentRule;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/kinds.md: what the SQL files say of themselves, in the order of an action plan. */
final class KindsPage {
    private static final String HEAD = """
            # Kinds

            What Evenkeel reads from a catalog, and how bad a difference is by its nature. This page is generated from the SQL files in
            `collector/src/main/resources/catalog/`, on PostgreSQL 18; a test keeps it true (`-Devenkeel.write=true` writes it anew).
            Adding a kind is one SQL file and one directory of cases in `system-test/corpus/`.

            - *Compared* attributes make drift; the severity stands behind those that differ from the kind's own.
            - † The text depends on the server's major version: across majors it is held against the other in a canonical form, and
              what then still differs is unknown, never drift.
            - *Carried* attributes are shown and never compared.
            - *Cluster* kinds belong to the whole server; `cluster: false` leaves them out.
            """;

    private final SortedMap<ObjectKind, List<KindFile>> files;
    private final Map<KindFile, List<String>> columns;

    KindsPage(Map<KindFile, List<String>> columns) {
        this.columns = columns;
        this.files = columns.keySet().stream()
                .collect(Collectors.groupingBy(KindFile::kind, TreeMap::new, Collectors.toList()));
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        List<KindDescriptor> kinds = KindLibrary.describe(columns.keySet());
        kinds.stream().map(KindDescriptor::category).distinct().sorted().forEach(category -> {
            lines.add("## " + Character.toUpperCase(category.charAt(0)) + category.substring(1) + "\n");
            kinds.stream()
                    .filter(kind -> kind.category().equals(category))
                    .sorted(Comparator.comparing(KindDescriptor::order).thenComparing(KindDescriptor::kind))
                    .forEach(kind -> lines.add(section(kind, files.getOrDefault(kind.kind(), List.of()))));
        });
        return String.join("\n", lines);
    }

    private String section(KindDescriptor kind, List<KindFile> read) {
        List<String> lines = new ArrayList<>();
        lines.add("### " + kind.kind() + "\n\n" + kind.description() + ". Severity: "
                + kind.severity().word() + wholes(kind) + ".\n");
        lines.add("- Identity: " + named(read, "id_"));
        read.stream()
                .flatMap(file -> file.parent().stream())
                .map(ParentRule::kind)
                .distinct()
                .forEach(parent -> lines.add("- Lies in: "
                        + (parent.startsWith("_") || parent.startsWith("id_") ? "what it belongs to" : parent)));
        add(lines, "- Compared: ", compared(kind, read));
        add(lines, "- Carried: ", named(read, "_"));
        if (read.stream().anyMatch(KindFile::clusterWide)) {
            lines.add("- Cluster" + (read.stream().allMatch(KindFile::clusterWide) ? "" : ", in part"));
        }
        read.stream()
                .flatMap(file -> file.source().stream())
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(sources -> lines.add("- Sources: " + sources));
        return String.join("\n", lines) + "\n";
    }

    private static String wholes(KindDescriptor kind) {
        return List.of("missing", "unexpected").stream()
                .filter(kind.severities()::containsKey)
                .map(change -> ", " + change + " " + kind.severityOf(change).word())
                .collect(Collectors.joining());
    }

    private String compared(KindDescriptor kind, List<KindFile> read) {
        return names(read)
                .filter(column -> !column.startsWith("id_") && !column.startsWith("_"))
                .map(attribute -> "`" + attribute + "`" + (kind.versionBound().contains(attribute) ? "†" : "")
                        + (kind.severities().containsKey(attribute)
                                ? " (" + kind.severityOf(attribute).word() + ")"
                                : ""))
                .collect(Collectors.joining(", "));
    }

    private String named(List<KindFile> read, String prefix) {
        return names(read)
                .filter(column -> column.startsWith(prefix))
                .map(column -> "`" + column.substring(prefix.length()) + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Stream<String> names(Collection<KindFile> read) {
        return read.stream()
                .flatMap(file ->
                        columns.getOrDefault(file, List.of()).stream().filter(column -> !structural(file, column)))
                .distinct();
    }

    private static boolean structural(KindFile file, String column) {
        return !column.startsWith("id_") && file.isStructural(column);
    }

    private static void add(List<String> lines, String head, String text) {
        if (!text.isEmpty()) {
            lines.add(head + text);
        }
    }
}
