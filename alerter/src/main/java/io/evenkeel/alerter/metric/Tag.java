package io.evenkeel.alerter.metric;

/** The label names that dashboards and rules are written against. */
final class Tag {
    static final String ENVIRONMENT = "environment";
    static final String BASELINE = "baseline";
    static final String KIND = "kind";
    static final String CHANGE = "change";
    static final String SEVERITY = "severity";
    static final String EVENT = "event";
    static final String RESULT = "result";
    static final String CHANNEL = "channel";

    static final String STATE = "state";
    static final String TOPIC = "topic";
    static final String OBJECT = "object";
    static final String ROLE = "role";

    private Tag() {}
}
