package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Finding;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Drift;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** What a reader asked to see; absent: all of it. */
record Filter(
        Optional<Environment> environment,
        Optional<Environment> baseline,
        Optional<ObjectKind> kind,
        Optional<Severity> severity) {
    static final String ENVIRONMENT = "environment";
    static final String BASELINE = "baseline";
    static final String KIND = "kind";
    static final String SEVERITY = "severity";
    static final List<String> PARAMETERS = List.of(ENVIRONMENT, BASELINE, KIND, SEVERITY);

    static Filter of(Comparison comparison) {
        return new Filter(
                Optional.of(comparison.target()),
                Optional.of(comparison.baseline()),
                Optional.empty(),
                Optional.empty());
    }

    Filter with(ObjectKind other) {
        return new Filter(environment, baseline, Optional.of(other), severity);
    }

    Filter with(Severity other) {
        return new Filter(environment, baseline, kind, Optional.of(other));
    }

    boolean isNone() {
        return query().isEmpty();
    }

    /** Whether it leaves out drifts of a comparison that it shows. */
    boolean shortens() {
        return kind.isPresent() || severity.isPresent();
    }

    boolean holds(Comparison comparison) {
        return environment.map(comparison.target()::equals).orElse(true)
                && baseline.map(comparison.baseline()::equals).orElse(true);
    }

    boolean holds(Finding finding) {
        return holds(finding.difference().key().kind(), finding.severity());
    }

    boolean holds(Drift drift) {
        return holds(drift.comparison()) && holds(drift.difference().key().kind(), drift.severity());
    }

    private boolean holds(ObjectKind ofKind, Severity ofSeverity) {
        return kind.map(ofKind::equals).orElse(true)
                && severity.map(ofSeverity::equals).orElse(true);
    }

    /** Such as {@code ?environment=production&severity=critical}; empty: no filter. Its values need no escaping. */
    String query() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        environment.ifPresent(value -> query.add(ENVIRONMENT + "=" + value));
        baseline.ifPresent(value -> query.add(BASELINE + "=" + value));
        kind.ifPresent(value -> query.add(KIND + "=" + value));
        severity.ifPresent(value -> query.add(SEVERITY + "=" + value.word()));
        return query.toString();
    }

    /** For people, such as {@code environment production, severity critical}. */
    String words() {
        StringJoiner words = new StringJoiner(", ");
        environment.ifPresent(value -> words.add(ENVIRONMENT + " " + value));
        baseline.ifPresent(value -> words.add(BASELINE + " " + value));
        kind.ifPresent(value -> words.add(KIND + " " + value));
        severity.ifPresent(value -> words.add(SEVERITY + " " + value.word()));
        return words.toString();
    }
}
