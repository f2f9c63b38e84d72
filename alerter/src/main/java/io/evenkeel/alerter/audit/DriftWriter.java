package io.evenkeel.alerter.audit;

import io.evenkeel.alerter.audit.DriftChanges.Subject;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.DriftRecord;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what a batch says of open drifts and comparisons, the newest word on each, and writes it. */
final class DriftWriter {
    private static final String OPEN = """
            insert into drift (baseline, target, key_hash, id, kind, key, change, severity, category, plan_order,
                               opened_at, changed_at, record)
            select n.baseline, n.target, sha256(convert_to(n.key, 'UTF8')), n.id, n.kind, n.key::jsonb, n.change,
                   n.severity, n.category, n.plan_order, n.opened_at, n.changed_at, n.record::jsonb
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::int[], ?::timestamptz[], ?::timestamptz[], ?::text[])
                 as n (baseline, target, key, id, kind, change, severity, category, plan_order, opened_at, changed_at,
                       record)
            on conflict (baseline, target, key_hash) do update
            set id = excluded.id, change = excluded.change, severity = excluded.severity,
                category = excluded.category, plan_order = excluded.plan_order, opened_at = excluded.opened_at,
                changed_at = excluded.changed_at, record = excluded.record
            """;
    private static final String CLOSE = """
            delete from drift d
            using unnest(?::text[], ?::text[], ?::text[]) as n (baseline, target, key)
            where d.baseline = n.baseline and d.target = n.target and d.key_hash = sha256(convert_to(n.key, 'UTF8'))
            """;
    private static final String EVALUATE = """
            insert into comparison_slice (baseline, target, partition, partitions, open_drifts, evaluated_at, record,
                                          received_at)
            select n.baseline, n.target, n.partition, n.partitions, n.open_drifts, n.evaluated_at, n.record::jsonb, ?
            from unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::bigint[], ?::timestamptz[], ?::text[])
                 as n (baseline, target, partition, partitions, open_drifts, evaluated_at, record)
            on conflict (baseline, target, partition) do update
            set partitions = excluded.partitions, open_drifts = excluded.open_drifts,
                evaluated_at = excluded.evaluated_at, record = excluded.record, received_at = excluded.received_at
            """;
    private static final String RETIRE = """
            delete from comparison_slice s
            using unnest(?::text[], ?::text[], ?::int[]) as n (baseline, target, partition)
            where s.baseline = n.baseline and s.target = n.target and s.partition = n.partition
            """;
    private static final String FORGET = """
            delete from drift d
            using unnest(?::text[], ?::text[]) as n (baseline, target)
            where d.baseline = n.baseline and d.target = n.target
            and not exists (select from comparison_slice s where s.baseline = n.baseline and s.target = n.target)
            """;

    private record Slice(Comparison comparison, int partition) {}

    private final Map<Subject, Optional<Drift>> drifts = new LinkedHashMap<>();
    private final Map<Slice, Optional<ComparisonState>> states = new LinkedHashMap<>();

    void add(DriftRecord record) {
        switch (record) {
            case DriftRecord.Open open -> drifts.put(Subject.of(open.drift()), Optional.of(open.drift()));
            case DriftRecord.Closed closed ->
                drifts.put(new Subject(closed.comparison(), closed.key()), Optional.empty());
            case DriftRecord.Evaluated evaluated ->
                states.put(
                        new Slice(
                                evaluated.state().comparison(),
                                evaluated.state().partition()),
                        Optional.of(evaluated.state()));
            case DriftRecord.Retired retired ->
                states.put(new Slice(retired.comparison(), retired.partition()), Optional.empty());
        }
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    DriftChanges changes() {
        return new DriftChanges(drifts, states.values().stream().anyMatch(Optional::isEmpty));
    }

    void write(Connection connection, Instant now) throws SQLException {
        List<Drift> open = drifts.values().stream().flatMap(Optional::stream).toList();
        if (!open.isEmpty()) {
            open(connection, open);
        }
        List<Subject> closed = without(drifts);
        if (!closed.isEmpty()) {
            Rows.update(connection, CLOSE, close -> {
                Rows.column(
                        close,
                        1,
                        "text",
                        closed,
                        name -> name.comparison().baseline().name());
                Rows.column(
                        close,
                        2,
                        "text",
                        closed,
                        name -> name.comparison().target().name());
                Rows.column(close, 3, "text", closed, name -> json(name.key()));
            });
        }
        List<ComparisonState> evaluated =
                states.values().stream().flatMap(Optional::stream).toList();
        if (!evaluated.isEmpty()) {
            evaluate(connection, evaluated, now);
        }
        List<Slice> retired = without(states);
        if (!retired.isEmpty()) {
            retire(connection, retired);
        }
    }

    private static <K, V> List<K> without(Map<K, Optional<V>> words) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void open(Connection connection, Collection<Drift> drifts) throws SQLException {
        Rows.update(connection, OPEN, open -> {
            Rows.column(
                    open,
                    1,
                    "text",
                    drifts,
                    drift -> drift.comparison().baseline().name());
            Rows.column(
                    open,
                    2,
                    "text",
                    drifts,
                    drift -> drift.comparison().target().name());
            Rows.column(
                    open, 3, "text", drifts, drift -> json(drift.difference().key()));
            Rows.column(open, 4, "text", drifts, Drift::id);
            Rows.column(
                    open,
                    5,
                    "text",
                    drifts,
                    drift -> drift.difference().key().kind().name());
            Rows.column(
                    open,
                    6,
                    "text",
                    drifts,
                    drift -> drift.difference().change().word());
            Rows.column(open, 7, "text", drifts, drift -> drift.severity().word());
            Rows.column(open, 8, "text", drifts, Drift::category);
            Rows.column(open, 9, "int4", drifts, Drift::order);
            Rows.column(open, 10, "timestamptz", drifts, drift -> Rows.at(drift.openedAt()));
            Rows.column(open, 11, "timestamptz", drifts, drift -> Rows.at(drift.changedAt()));
            Rows.column(open, 12, "text", drifts, DriftWriter::json);
        });
    }

    private static void evaluate(Connection connection, Collection<ComparisonState> states, Instant now)
            throws SQLException {
        Rows.update(connection, EVALUATE, evaluate -> {
            evaluate.setObject(1, Rows.at(now));
            Rows.column(
                    evaluate,
                    2,
                    "text",
                    states,
                    state -> state.comparison().baseline().name());
            Rows.column(
                    evaluate,
                    3,
                    "text",
                    states,
                    state -> state.comparison().target().name());
            Rows.column(evaluate, 4, "int4", states, ComparisonState::partition);
            Rows.column(evaluate, 5, "int4", states, ComparisonState::partitions);
            Rows.column(evaluate, 6, "int8", states, ComparisonState::openDrifts);
            Rows.column(evaluate, 7, "timestamptz", states, state -> Rows.at(state.evaluatedAt()));
            Rows.column(evaluate, 8, "text", states, DriftWriter::json);
        });
    }

    private static void retire(Connection connection, Collection<Slice> slices) throws SQLException {
        Rows.update(connection, RETIRE, retire -> {
            Rows.column(
                    retire,
                    1,
                    "text",
                    slices,
                    slice -> slice.comparison().baseline().name());
            Rows.column(
                    retire,
                    2,
                    "text",
                    slices,
                    slice -> slice.comparison().target().name());
            Rows.column(retire, 3, "int4", slices, Slice::partition);
        });
        Rows.update(connection, FORGET, forget -> {
            Rows.column(
                    forget,
                    1,
                    "text",
                    slices,
                    slice -> slice.comparison().baseline().name());
            Rows.column(
                    forget,
                    2,
                    "text",
                    slices,
                    slice -> slice.comparison().target().name());
        });
    }
}
