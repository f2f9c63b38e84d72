package io.evenkeel.cli;

import io.evenkeel.alerter.audit.Decisions;
import io.evenkeel.alerter.report.Attributed;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** One line for what happened to a drift, and one for the change that it comes from. */
final class EventLine {
    private static final int WIDTH = 160;
    private static final int LONGEST = 600;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private EventLine() {}

    static String of(DriftEvent event) {
        return of(event, TIME)
                + origin(event.drift()
                        .attribution()
                        .filter(from -> from.witnessed().isPresent()));
    }

    /** With the date, in UTC. */
    static String dated(DriftEvent event) {
        return of(event, DATED) + origin(event.drift().attribution());
    }

    /** A line of its own: what differs may have taken the first. */
    static String origin(Optional<Attribution> attribution) {
        return attribution.map(from -> "\n    " + Attributed.line(from)).orElse("");
    }

    /** What somebody decided. */
    static String dated(Decisions.Decision decision) {
        String line = "%s  %-18s  by %s: %s"
                .formatted(
                        DATED.format(decision.at()),
                        decision.what().replace('_', ' '),
                        decision.actor(),
                        decision.content());
        return Visible.line(line, LONGEST);
    }

    private static String of(DriftEvent event, DateTimeFormatter time) {
        Drift drift = event.drift();
        Difference difference = drift.difference();
        String line = "%s  %-8s  %-8s  %s  %s %s: %s: %s"
                .formatted(
                        time.format(event.time()),
                        event.type().word(),
                        drift.severity().word(),
                        drift.comparison(),
                        difference.key().kind(),
                        Visible.name(difference.key().identity()),
                        difference.change().word(),
                        Wording.of(difference));
        return Visible.line(line, WIDTH);
    }
}
