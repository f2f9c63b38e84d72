package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Severity;

/** Colours of a terminal, or none. */
record Ink(boolean colour) {
    String strong(String text) {
        return paint("1", text);
    }

    String quiet(String text) {
        return paint("2", text);
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;31", text);
            case WARNING -> paint("33", text);
            case INFO -> paint("36", text);
        };
    }

    String status(Status status, String text) {
        return switch (status) {
            case IN_SYNC -> paint("1;32", text);
            case DRIFTED -> paint("1;31", text);
            case UNKNOWN -> paint("1;35", text);
        };
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
