package io.evenkeel.alerter.notify.opsgenie;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Severity;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An alert as {@code POST /v2/alerts} takes it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OpsgenieAlert(
        String alias,
        String message,
        String description,
        String entity,
        String source,
        String priority,
        List<String> tags,
        List<Team> responders,
        SortedMap<String, String> details) {
    private static final String SOURCE = "evenkeel";
    private static final int MESSAGE = 130;
    private static final int DESCRIPTION = 15_000;
    private static final int NOTE = 25_000;

    record Team(String type, String name) {}

    /** What is said about an alert when it is closed or has moved on. */
    record Note(String source, String note) {
        static Note of(Notice notice) {
            return new Note(SOURCE, text(notice, NOTE));
        }
    }

    static OpsgenieAlert of(String alias, Notice notice, List<String> teams, List<String> tags) {
        SortedMap<String, String> details = new TreeMap<>();
        details.put("environment", notice.comparison().target().name());
        details.put("baseline", notice.comparison().baseline().name());
        details.put("severity", notice.severity().word());
        notice.link().ifPresent(uri -> details.put("link", uri.toString()));
        return new OpsgenieAlert(
                alias,
                Visible.line(notice.title(), MESSAGE),
                text(notice, DESCRIPTION),
                notice.comparison().target().name(),
                SOURCE,
                priority(notice.severity()),
                tags,
                teams.stream().map(name -> new Team("team", name)).toList(),
                details);
    }

    /** As many lines as fit whole, and a last one that says so if some do not. */
    private static String text(Notice notice, int max) {
        for (int count = notice.items().size(); count > 0; count--) {
            String text = lines(notice.first(count));
            if (text.length() <= max) {
                return text;
            }
        }
        return lines(notice.first(0));
    }

    private static String lines(Notice notice) {
        return Stream.of(
                        Stream.of(notice.title(), ""),
                        notice.items().stream().flatMap(OpsgenieAlert::lines),
                        notice.rest().stream(),
                        notice.link().stream().map(uri -> "\n" + uri))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Notice.Item item) {
        String first = "[" + item.severity().word() + "] " + item.status() + " " + item.object();
        return Stream.of(first, indented(item.facts()), indented(item.advice())).filter(line -> !line.isBlank());
    }

    private static String indented(String text) {
        return "    " + text;
    }

    private static String priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "P1";
            case WARNING -> "P3";
            case INFO -> "P5";
        };
    }
}
