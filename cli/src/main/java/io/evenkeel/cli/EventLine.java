package io.evenkeel.cli;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.alerter.report.Wording;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One line for what happened to a drift. */
final class EventLine {
    private static final int WIDTH = 160;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private EventLine() {}

    static String of(DriftEvent event) {
        Drift drift = event.drift();
        Difference difference = drift.difference();
        String line = "%s  %-8s  %-8s  %s  %s %s: %s: %s"
                .formatted(
                        TIME.format(event.time()),
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
