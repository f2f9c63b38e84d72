package io.evenkeel.cli;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One line for what happened to a drift. */
final class EventLine {
    private static final int WIDTH = 160;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private EventLine() {}

    static String of(DriftEvent event) {
        return of(event, TIME);
    }

    /** With the date, in UTC. */
    static String dated(DriftEvent event) {
        return of(event, DATED);
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
