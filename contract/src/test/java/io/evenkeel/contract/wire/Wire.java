package io.evenkeel.contract.wire;

import static io.evenkeel.contract.Samples.NOON;
import static io.evenkeel.contract.Samples.PRODUCTION;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.Consistency;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.KeyDigests;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One record of every sort, with every field filled in. */
final class Wire {
    static final RecordCodec CODEC = new RecordCodec();
    static final CatalogObject COLUMN = new CatalogObject(
            ObjectKey.of(List.of("column", "public", "agent.calls", "id \"x\"")),
            List.of("public", "agent.calls"),
            Optional.of(ObjectKey.of(List.of("table", "public", "agent.calls"))),
            Attributes.of(Map.of(
                    "type",
                    new Value.Text("numeric(10,2)"),
                    "not_null",
                    new Value.Bool(true),
                    "rank",
                    new Value.Int(3),
                    "cost",
                    new Value.Decimal(new BigDecimal("0.25")),
                    "options",
                    new Value.TextList(List.of("a=1", "b=\u00e4")),
                    "default",
                    Value.NULL)),
            Attributes.of(Map.of("position", new Value.Int(7))));
    static final SnapshotMarker MARKER = new SnapshotMarker(
            PRODUCTION,
            3,
            7,
            Optional.of(NOON),
            Duration.ofMillis(120),
            NOON.plusSeconds(1),
            Optional.of(new ServerIdentity("7301", 1, "0/16B3748", 170_011, "17.11", "postgres", "reader", false)
                    .on(Optional.of("supabase"))),
            Consistency.PER_OBJECT,
            List.of(new KindDescriptor(
                    new ObjectKind("column"),
                    "columns of tables",
                    "structure",
                    Severity.WARNING,
                    new TreeMap<>(Map.of("missing", Severity.CRITICAL)),
                    20,
                    Set.of("default"),
                    new TreeMap<>(Map.of("missing", "add it")))),
            List.of(
                    new Unread(new ObjectKind("view"), UnknownReason.LOCKED, "somebody holds a lock"),
                    new Unread(
                            new ObjectKind("migration"),
                            UnknownReason.PERMISSION,
                            "permission denied",
                            Optional.of(List.of("flyway", "app", "history")))),
            Optional.of(new Failure(UnknownReason.UNREACHABLE, "connection refused")),
            new Slice(1, 4, 12, "0f".repeat(32)),
            Optional.of(new ServerChange(NOON, ServerChange.What.PROMOTED, "a standby was promoted")),
            KeyDigests.of(Stream.of(RecordCodec.bytes(COLUMN.key()))),
            Optional.empty());
    static final CollectorRequest REQUEST =
            new CollectorRequest(PRODUCTION, CollectorRequest.Action.REPUBLISH, "a-request", NOON);
    static final Drift DRIFT = Samples.drift(Samples.missing(COLUMN));
    static final DriftEvent EVENT = Samples.event(DriftEvent.Type.OPENED, DRIFT);

    static final Witnessed WITNESSED = new Witnessed(
            NOON,
            "ALTER TABLE",
            Optional.of("public.\"agent.calls\""),
            "alice",
            "owner",
            Optional.of("psql \u202e"),
            Optional.of("10.0.0.7"),
            1);
    static final DriftEvent ATTRIBUTED = Samples.event(
            DriftEvent.Type.RESOLVED,
            DRIFT.from(Optional.of(new Attribution(PRODUCTION, NOON, NOON.plusSeconds(1), Optional.of(WITNESSED)))));

    static final ComparisonState UNMEASURED = new ComparisonState(
            DRIFT.comparison(),
            1,
            4,
            Optional.of(new SnapshotRef(3, 7, NOON)),
            Optional.of(new SnapshotRef(5, 1, NOON)),
            List.of(
                    new Unknown(
                            PRODUCTION,
                            COLUMN.key().kind(),
                            UnknownReason.VERSION,
                            "not comparable as text",
                            7,
                            List.of(new Unmeasured(COLUMN.key(), UnknownReason.VERSION, List.of("default")))),
                    Unknown.of(PRODUCTION, MARKER.unread().getLast())),
            0,
            NOON,
            Optional.empty(),
            Optional.empty());

    private Wire() {}

    /** Records by the name of their golden file and, but for tombstones, of their schema. */
    static Map<String, WireRecord> records() {
        Map<String, WireRecord> records = new TreeMap<>();
        records.put("catalog-object", CODEC.encode(PRODUCTION, COLUMN));
        records.put("catalog-gone", CODEC.encodeGone(PRODUCTION, COLUMN.key(), COLUMN.root()));
        records.put("snapshot-marker", CODEC.encode(MARKER));
        records.put("snapshot-marker-brief", CODEC.encode(MARKER.brief(5)));
        records.put("collector-request", CODEC.encode(REQUEST));
        records.put("drift", CODEC.encode(DRIFT));
        records.put("drift-closed", CODEC.encodeClosed(DRIFT.comparison(), COLUMN.key()));
        records.put("drift-event", CODEC.encode(EVENT));
        records.put("drift-event-attributed", CODEC.encode(ATTRIBUTED));
        records.put(
                "catalog-gone-witnessed",
                CODEC.encode(CODEC.encodeGone(PRODUCTION, COLUMN.key(), COLUMN.root()), WITNESSED));
        records.put("comparison-state", CODEC.encode(Samples.state()));
        records.put("comparison-unmeasured", CODEC.encode(UNMEASURED));
        records.put("comparison-retired", CODEC.encodeRetired(DRIFT.comparison(), 1));
        return records;
    }

    /** Reads a record from the topic that its name belongs to. */
    static Object decode(String name, WireRecord record) throws MalformedRecordException {
        return switch (name) {
            case "catalog-object",
                    "catalog-gone",
                    "catalog-gone-witnessed",
                    "snapshot-marker",
                    "snapshot-marker-brief" -> CODEC.decodeCatalog(record.key(), record.value(), root(record));
            case "collector-request" -> CODEC.decodeRequest(record.value().orElseThrow());
            case "drift-event", "drift-event-attributed" ->
                CODEC.decodeEvent(record.value().orElseThrow());
            default -> CODEC.decodeDrift(record.key(), record.value());
        };
    }

    static Optional<byte[]> root(WireRecord record) {
        return Optional.ofNullable(record.headers().get(RecordCodec.ROOT_HEADER))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
