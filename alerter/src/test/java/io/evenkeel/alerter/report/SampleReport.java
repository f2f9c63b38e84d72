package io.evenkeel.alerter.report;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A report with one of everything: long texts, lists, folded children, volumes, unknowns and hostile names. */
final class SampleReport {
    static final ObjectKind TABLE = new ObjectKind("table");
    static final ObjectKind COLUMN = new ObjectKind("column");
    static final ObjectKind VIEW = new ObjectKind("view");
    static final ObjectKind ENUM = new ObjectKind("enum");
    static final ObjectKind ROWS = new ObjectKind("row_estimate");
    static final Map<ObjectKind, KindDescriptor> KINDS = KindDescriptor.byKind(List.of(
            Drifts.kind("table", "structure", 20),
            Drifts.kind("column", "structure", 30),
            Drifts.kind("view", "code", 40),
            Drifts.kind("enum", "structure", 10),
            Drifts.kind("row_estimate", "data", 90)));
    private static final String QUERY = " SELECT id,\n    phone,\n    call_classification\n   FROM agent_calls;";

    private SampleReport() {}

    static Report drifted() {
        return Report.of(staging(), production(), KINDS, findings(), List.of());
    }

    static Report inSync() {
        return Report.of(
                staging(), side(Drifts.PRODUCTION.target().name(), 3, 12, 21, 2, 676), KINDS, List.of(), List.of());
    }

    static Report unreachable() {
        Unknown unreachable = new Unknown(
                Samples.PRODUCTION, Optional.empty(), UnknownReason.UNREACHABLE, "connection refused: db.example:5432");
        return Report.of(staging(), production(), KINDS, findings(), List.of(unreachable));
    }

    static Measured staging() {
        return side("staging", 3, 12, 21, 2, 676);
    }

    static Measured production() {
        return side("production", 2, 8, 21, 2, 811);
    }

    static List<Finding> findings() {
        return drifts().stream().map(Finding::of).toList();
    }

    static List<Drift> drifts() {
        List<Drift> drifts = new ArrayList<>();
        drifts.add(Drifts.drift(
                Severity.CRITICAL, Change.MISSING, List.of(), folded(COLUMN, 4), "table", "public", "agent_sms"));
        drifts.add(Drifts.drift(
                Severity.WARNING,
                Change.UNEXPECTED,
                List.of(new AttributeDifference("data_type", Value.NULL, new Value.Text("text"))),
                folded(),
                "column",
                "public",
                "agent_calls",
                "\u001b[2Jtidy\u202e"));
        drifts.add(Drifts.drift(
                Severity.WARNING,
                Change.DIFFERENT,
                List.of(Drifts.texts("definition", QUERY, QUERY.replace("    phone,\n", ""))),
                folded(),
                "view",
                "public",
                "v_agent_calls_enriched"));
        drifts.add(Drifts.drift(
                Severity.INFO,
                Change.DIFFERENT,
                List.of(new AttributeDifference(
                        "labels",
                        new Value.TextList(List.of("STANDARD", "ANALYTICS")),
                        new Value.TextList(List.of("STANDARD", "ANALYTICS", "VECTOR")))),
                folded(),
                "enum",
                "storage",
                "buckettype"));
        return drifts;
    }

    private static SortedMap<ObjectKind, Integer> folded() {
        return new TreeMap<>();
    }

    private static SortedMap<ObjectKind, Integer> folded(ObjectKind kind, int count) {
        return new TreeMap<>(Map.of(kind, count));
    }

    static Measured side(String name, long tables, long columns, long views, long enums, long rows) {
        Side side = Side.of(new Environment(name), List.of(Drifts.marker(new Environment(name), Samples.NOON, 100)));
        return new Measured(
                side,
                new TreeMap<>(Map.of(TABLE, tables, COLUMN, columns, VIEW, views, ENUM, enums)),
                new TreeMap<>(Map.of(new Volume(new ObjectKey(ROWS, List.of("public", "agent_calls")), "rows"), rows)));
    }
}
