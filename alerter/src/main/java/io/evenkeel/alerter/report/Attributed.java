package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in one line who made a change and how, or else between which two readings it was made. */
public final class Attributed {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int NAME = 63;
    private static final int OBJECT = 120;

    private Attributed() {}

    /** Safe to look at, whatever an application calls itself. */
    public static String line(Attribution attribution) {
        String side = "in " + attribution.environment() + " ";
        return attribution
                .witnessed()
                .map(witnessed -> side + "by " + who(witnessed) + ": " + what(witnessed))
                .orElseGet(
                        () -> side + "between " + second(attribution.after()) + " and " + second(attribution.until()));
    }

    private static String who(Witnessed witnessed) {
        String role = name(witnessed.sessionRole())
                + (witnessed.role().equals(witnessed.sessionRole()) ? "" : " as " + name(witnessed.role()));
        return witnessed.application().map(app -> name(app) + " (" + role + ")").orElse(role)
                + witnessed.address().map(address -> " from " + name(address)).orElse("")
                + (witnessed.others() == 0 ? "" : ", the last of " + (witnessed.others() + 1));
    }

    private static String what(Witnessed witnessed) {
        return name(witnessed.command())
                + witnessed
                        .object()
                        .map(object -> " " + Visible.line(object, OBJECT))
                        .orElse("")
                + " at " + second(witnessed.at());
    }

    private static String name(String text) {
        return Visible.line(text, NAME);
    }

    private static String second(Instant at) {
        return SECOND.format(at);
    }
}
