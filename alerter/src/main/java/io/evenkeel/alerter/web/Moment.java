package io.evenkeel.alerter.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time, as a page shows it.
 *
 * @param iso for programs
 * @param clock date and time in UTC
 * @param age how long ago, such as {@code 12 min}
 */
record Moment(String iso, String clock, String age) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    static Moment of(Instant at, Instant now) {
        return new Moment(at.toString(), CLOCK.format(at), age(Duration.between(at, now)));
    }

    /** In two units at most; a clock that runs ahead is no age. */
    private static String age(Duration age) {
        if (age.isNegative()) {
            return "0 s";
        }
        if (age.compareTo(MINUTE) < 0) {
            return age.toSeconds() + " s";
        }
        if (age.compareTo(HOUR) < 0) {
            return age.toMinutes() + " min";
        }
        if (age.compareTo(DAY) < 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toDays() + " d " + age.toHoursPart() + " h";
    }
}
