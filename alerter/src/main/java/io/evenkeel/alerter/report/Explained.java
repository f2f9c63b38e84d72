package io.evenkeel.alerter.report;

import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.contract.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one migration that one side lacks would have made.
 *
 * @param named drift of objects that its statements name
 * @param probable drift of objects that came in one reading with it
 */
public record Explained(Cause cause, List<Finding> named, List<Finding> probable) {
    private static final int SHOWN = 6;

    public Explained {
        named = List.copyOf(named);
        probable = List.copyOf(probable);
    }

    /** The open drift of a report that comes from a migration, by the migration. */
    public static Map<ObjectKey, List<Finding>> byMigration(Report report) {
        return report.drift().stream()
                .filter(finding -> finding.cause().isPresent())
                .collect(Collectors.groupingBy(
                        finding -> finding.cause().orElseThrow().migration(), TreeMap::new, Collectors.toList()));
    }

    private static Explained of(List<Finding> findings) {
        Map<Boolean, List<Finding>> byCertainty = findings.stream()
                .collect(Collectors.partitioningBy(
                        finding -> finding.cause().filter(Cause::named).isPresent()));
        return new Explained(
                findings.getFirst().cause().orElseThrow(),
                byCertainty.getOrDefault(true, List.of()),
                byCertainty.getOrDefault(false, List.of()));
    }

    /** Lines of a table: the migration, where it is missing, how sure it is, and the drift. */
    static List<List<String>> rows(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (List<Finding> findings : byMigration(report).values()) {
            Explained each = of(findings);
            each.row("names", each.named()).ifPresent(rows::add);
            each.row("probably made", each.probable()).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<List<String>> row(String how, List<Finding> findings) {
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        List.of(Visible.text(cause.label()), "missing in " + cause.lacking(), how, objects(findings)));
    }

    /** The first of them by kind and name, and how many more there are. */
    static String objects(List<Finding> findings) {
        String more = findings.size() > SHOWN ? ", and " + (findings.size() - SHOWN) + " more" : "";
        return findings.stream()
                        .limit(SHOWN)
                        .map(finding -> finding.kind() + " "
                                + Visible.name(finding.difference().key().identity()))
                        .collect(Collectors.joining(", "))
                + more;
    }
}
