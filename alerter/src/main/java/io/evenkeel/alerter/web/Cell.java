package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Finding;
import io.evenkeel.contract.catalog.Severity;
import java.util.List;
import java.util.Optional;

/**
 * How many drifts one comparison has in one kind.
 *
 * @param worst empty: no drift
 * @param unknown the count is the last that was known
 * @param link the drifts themselves
 */
record Cell(int count, Optional<Severity> worst, boolean unknown, String link, String label) {
    static Cell of(List<Finding> findings, boolean unknown, Filter filter, String what) {
        Optional<Severity> worst = findings.stream().map(Finding::severity).reduce(Severity::max);
        String drifts = findings.size()
                + (findings.size() == 1 ? " drift" : " drifts")
                + worst.map(severity -> ", worst " + severity.word()).orElse("");
        return new Cell(
                findings.size(),
                worst,
                unknown,
                "/" + filter.query() + "#drift",
                what + ": " + (unknown ? "unknown; last known " : "") + drifts);
    }

    /** How the page styles it. */
    String style() {
        String colour = worst.map(Severity::word).orElse("zero");
        return unknown ? colour + " hatched" : colour;
    }

    /** The word beside the number, so that colour is never alone. */
    String word() {
        if (unknown) {
            return "unkn.";
        }
        return worst.map(severity -> switch (severity) {
                    case CRITICAL -> "crit.";
                    case WARNING -> "warn.";
                    case INFO -> "info";
                })
                .orElse("");
    }

    String number() {
        if (unknown && count == 0) {
            return "?";
        }
        return count == 0 ? "\u00b7" : Integer.toString(count);
    }
}
