package io.evenkeel.alerter.web;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.audit.RecordedEvent;
import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Scope;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A board with one of everything: staging is the baseline of production (drifted, one kind unread), preview-42
 * (unreachable, with drift last known), tenant-acme (in sync) and dev (never read).
 */
final class SampleBoard {
    static final Instant NOW = Samples.NOON;
    static final Environment PREVIEW = new Environment("preview-42");
    static final Environment ACME = new Environment("tenant-acme");
    static final Environment DEV = new Environment("dev");
    static final List<Environment> TARGETS = List.of(DEV, PREVIEW, Samples.PRODUCTION, ACME);
    private static final ObjectKind ROWS = new ObjectKind("row_estimate");
    private static final Map<String, Long> BASELINE = new TreeMap<>(Map.of(
            "migration",
            17L,
            "schema",
            9L,
            "enum",
            7L,
            "table",
            29L,
            "column",
            232L,
            "constraint",
            84L,
            "function",
            50L,
            "view",
            21L,
            "policy",
            31L,
            "available_extension",
            76L));

    private SampleBoard() {}

    static Board rich() {
        List<Drift> drifts = new ArrayList<>(SampleDrifts.of(against(Samples.PRODUCTION)));
        drifts.addAll(SampleDrifts.of(against(PREVIEW)).subList(6, 9));
        Map<Environment, Map<ObjectKind, Long>> counts = new HashMap<>();
        counts.put(Samples.STAGING, counts(Map.of()));
        counts.put(ACME, counts(Map.of()));
        counts.put(PREVIEW, counts(Map.of("view", 20L)));
        counts.put(
                Samples.PRODUCTION,
                counts(Map.of("migration", 12L, "view", 21L, "policy", 28L, "available_extension", 77L)));
        AuditView view = new AuditView(
                markers(),
                counts,
                Map.of(),
                Map.of(),
                Map.of(Samples.STAGING, volumes(676, 4, 0), Samples.PRODUCTION, volumes(811, 79, 7)),
                Map.of(
                        against(Samples.PRODUCTION),
                        List.of(state(Samples.PRODUCTION)),
                        against(PREVIEW),
                        List.of(state(PREVIEW)),
                        against(ACME),
                        List.of(state(ACME))),
                drifts,
                events(drifts),
                0,
                Migrations.NONE);
        return Board.of(view, scope(), NOW);
    }

    /** Configured and never heard of. */
    static Board empty() {
        return Board.of(AuditView.EMPTY, scope(), NOW);
    }

    /** A board of production against staging, both read just now. */
    static Board of(Drift... drifts) {
        AuditView view = new AuditView(
                Map.of(
                        Samples.STAGING, List.of(read(Samples.STAGING, 1, "17.11")),
                        Samples.PRODUCTION, List.of(read(Samples.PRODUCTION, 1, "17.11"))),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(Drifts.PRODUCTION, List.of(state(Samples.PRODUCTION))),
                List.of(drifts),
                events(List.of(drifts)),
                0,
                Migrations.NONE);
        Scope scope = new Scope(
                Set.of(Samples.STAGING, Samples.PRODUCTION), Set.of(Drifts.PRODUCTION), Duration.ofMinutes(1));
        return Board.of(view, scope, NOW);
    }

    private static Scope scope() {
        return new Scope(
                Set.of(Samples.STAGING, Samples.PRODUCTION, PREVIEW, ACME, DEV),
                Set.of(against(Samples.PRODUCTION), against(PREVIEW), against(ACME), against(DEV)),
                Duration.ofMinutes(1));
    }

    private static Comparison against(Environment target) {
        return new Comparison(Samples.STAGING, target);
    }

    private static Map<Environment, List<SnapshotMarker>> markers() {
        SnapshotMarker production = read(Samples.PRODUCTION, 4, "17.11");
        SnapshotMarker preview = read(PREVIEW, 4_000, "17.11");
        Unread grants = new Unread(
                new ObjectKind("grant"),
                UnknownReason.PERMISSION,
                "permission denied for pg_default_acl (SQLSTATE 42501)");
        Failure refused = new Failure(UnknownReason.UNREACHABLE, "connection refused: preview-42.db.example:5432");
        return Map.of(
                Samples.STAGING,
                List.of(read(Samples.STAGING, 2, "17.11")),
                Samples.PRODUCTION,
                List.of(with(production, NOW.minusSeconds(2), List.of(grants), Optional.empty())),
                PREVIEW,
                List.of(with(preview, NOW.minusSeconds(8), List.of(), Optional.of(refused))),
                ACME,
                List.of(read(ACME, 3, "18.6")
                        .after(Optional.of(new ServerChange(
                                NOW.minusSeconds(3600), ServerChange.What.PROMOTED, "timeline 1, now 2")))));
    }

    private static SnapshotMarker read(Environment environment, long secondsAgo, String version) {
        Instant at = NOW.minusSeconds(secondsAgo);
        SnapshotMarker sample = Samples.marker(environment, 1, 1, 17, new Slice(0, 1, 1_739, ""));
        ServerIdentity server =
                new ServerIdentity("7301", 1, "0/16B3748", 170_011, version, "postgres", "evenkeel_reader", false);
        return new SnapshotMarker(
                environment,
                1,
                at.getEpochSecond(),
                Optional.of(at),
                Duration.ofMillis(281),
                at,
                Optional.of(server),
                sample.consistency(),
                SampleDrifts.KINDS,
                List.of(),
                Optional.empty(),
                sample.slice());
    }

    private static SnapshotMarker with(
            SnapshotMarker marker, Instant published, List<Unread> unread, Optional<Failure> failure) {
        return new SnapshotMarker(
                marker.environment(),
                marker.epoch(),
                marker.sequence(),
                marker.readAt(),
                marker.readDuration(),
                published,
                marker.server(),
                marker.consistency(),
                marker.kinds(),
                unread,
                failure,
                marker.slice());
    }

    private static ComparisonState state(Environment target) {
        SnapshotRef snapshot = new SnapshotRef(1, 1, NOW.minusSeconds(4));
        return new ComparisonState(
                against(target),
                0,
                1,
                Optional.of(snapshot),
                Optional.of(snapshot),
                List.of(),
                0,
                NOW.minusSeconds(3),
                Optional.of(NOW.minusSeconds(4)),
                Optional.empty());
    }

    private static Map<ObjectKind, Long> counts(Map<String, Long> changed) {
        Map<String, Long> counts = new TreeMap<>(BASELINE);
        counts.putAll(changed);
        Map<ObjectKind, Long> byKind = new TreeMap<>();
        counts.forEach((kind, count) -> byKind.put(new ObjectKind(kind), count));
        return byKind;
    }

    private static List<CatalogObject> volumes(long calls, long messages, long users) {
        return List.of(
                volume("public", "agent_calls", calls),
                volume("public", "agent_sms", messages),
                volume("auth", "users", users),
                volume("public", "agents", 12));
    }

    private static CatalogObject volume(String schema, String name, long rows) {
        return new CatalogObject(
                new ObjectKey(ROWS, List.of(schema, name)),
                List.of(schema, name),
                Optional.empty(),
                Attributes.NONE,
                Attributes.of(Map.of("rows", new Value.Int(rows), "bytes", new Value.Int(8_192 + rows / 100 * 8_192))));
    }

    private static List<RecordedEvent> events(List<Drift> drifts) {
        List<RecordedEvent> events = new ArrayList<>();
        for (Drift drift : drifts) {
            DriftEvent.Type[] types = DriftEvent.Type.values();
            DriftEvent.Type type = types[events.size() % types.length];
            Instant at = NOW.minusSeconds(40L + 700L * events.size());
            events.add(new RecordedEvent(1_000 - events.size(), Drifts.event(drift, type, at), at));
        }
        return events;
    }
}
