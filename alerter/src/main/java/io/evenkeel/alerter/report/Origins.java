package io.evenkeel.alerter.report;

import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which changes the open drift of a report comes from: the newest first, each with what it made. */
final class Origins {
    static final String TITLE = "who made them, or between which two readings they were made";
    private static final int SHOWN = 50;

    private Origins() {}

    /** Lines of a table: the change, and the drift. */
    static List<List<String>> rows(Report report) {
        Map<String, List<Finding>> byChange = report.drift().stream()
                .filter(finding -> finding.attribution().isPresent())
                .sorted(Comparator.comparing(Origins::until).reversed())
                .collect(Collectors.groupingBy(
                        finding -> finding.attribution().map(Attributed::line).orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        byChange.entrySet().stream()
                .limit(SHOWN)
                .forEach(change -> rows.add(List.of(change.getKey(), Explained.objects(change.getValue()))));
        if (byChange.size() > SHOWN) {
            rows.add(List.of("and " + (byChange.size() - SHOWN) + " older changes", ""));
        }
        return rows;
    }

    private static Instant until(Finding finding) {
        return finding.attribution().map(Attribution::until).orElse(Instant.EPOCH);
    }
}
