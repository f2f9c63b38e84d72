package io.evenkeel.contract.wire;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Turns records into bytes and back. Keys are JSON arrays; a first element that starts with {@code $} cannot be a kind or
 * an environment and marks records of another sort. Thread-safe: it holds no state.
 */
public final class RecordCodec {
    /** The header that carries the names of the root, on tombstones too. */
    public static final String ROOT_HEADER = "evenkeel_root";

    /** The header that says who changed an object, where a witness saw it; not part of what is fingerprinted. */
    public static final String WITNESSED_HEADER = "evenkeel_witnessed";

    private static final String MARKER = "$marker";
    private static final String BRIEF = "$brief";
    private static final String COMPARISON = "$comparison";
    private static final byte[] MARKER_KEY = Json.bytes(List.of(MARKER));
    // another key than the marker's, which compaction has to keep
    private static final byte[] BRIEF_KEY = Json.bytes(List.of(BRIEF));

    private interface Body {
        int format();
    }

    private record ObjectBody(int format, Optional<ObjectKey> parent, Attributes attributes, Attributes carried)
            implements Body {}

    private record MarkerBody(int format, SnapshotMarker marker) implements Body {}

    private record DriftBody(int format, Drift drift) implements Body {}

    private record StateBody(int format, ComparisonState state) implements Body {}

    private record RequestBody(int format, CollectorRequest request) implements Body {}

    private record EventBody(int format, DriftEvent event) implements Body {}

    /** The partition of an environment on the topic of requests. */
    public static int partition(Environment environment) {
        return partition(List.of(environment.name()), Topics.ENVIRONMENT_PARTITIONS);
    }

    /** The bytes of an object's key, as they are on the topic. */
    public static byte[] bytes(ObjectKey key) {
        return Json.bytes(key);
    }

    /** The partition of an object, by the names of its root: the same for every environment. */
    public static int partition(List<String> root, int partitions) {
        return Math.floorMod(ContentHash.of(Json.bytes(root), new byte[0]).a(), partitions);
    }

    private static byte[] value(CatalogObject object) {
        return Json.bytes(new ObjectBody(FormatVersion.CURRENT, object.parent(), object.compared(), object.carried()));
    }

    /** Of the record of an object as it is. */
    public ContentHash contentHash(CatalogObject object) {
        return ContentHash.of(Json.bytes(object.key()), value(object));
    }

    /** An object as it is. */
    public WireRecord encode(Environment environment, CatalogObject object) {
        byte[] value = value(object);
        return new WireRecord(
                Json.bytes(object.key()),
                Optional.of(value),
                headers(environment, "object", ContentHash.hex(value), object.root()));
    }

    /** An object that is no more. */
    public WireRecord encodeGone(Environment environment, ObjectKey key, List<String> root) {
        byte[] bytes = Json.bytes(key);
        return new WireRecord(bytes, Optional.empty(), headers(environment, "gone", ContentHash.hex(bytes), root));
    }

    /** The record of an object that was changed or dropped as witnessed. */
    public WireRecord encode(WireRecord object, Witnessed witnessed) {
        Map<String, String> headers = new TreeMap<>(object.headers());
        headers.put(WITNESSED_HEADER, new String(Json.bytes(witnessed), StandardCharsets.UTF_8));
        return new WireRecord(object.key(), object.value(), headers);
    }

    /** Reads the content of {@link #WITNESSED_HEADER}. */
    public Witnessed decodeWitnessed(byte[] header) throws MalformedRecordException {
        return Json.read(header, Witnessed.class);
    }

    /** The end of a snapshot in one partition. */
    public WireRecord encode(SnapshotMarker marker) {
        String id = marker.environment() + "-" + marker.epoch() + "-" + marker.sequence() + "-"
                + marker.slice().partition();
        return new WireRecord(
                marker.isBrief() ? BRIEF_KEY : MARKER_KEY,
                Optional.of(Json.bytes(new MarkerBody(FormatVersion.CURRENT, marker))),
                cloudEvent("io.evenkeel.catalog.marker.v1", "/evenkeel/collector/" + marker.environment(), id));
    }

    /** Something to do for the collector of an environment. */
    public WireRecord encode(CollectorRequest request) {
        return new WireRecord(
                Json.bytes(List.of(request.environment().name())),
                Optional.of(Json.bytes(new RequestBody(FormatVersion.CURRENT, request))),
                cloudEvent("io.evenkeel.collector." + request.action().word() + ".v1", "/evenkeel/cli", request.id()));
    }

    /** A drift that is open. */
    public WireRecord encode(Drift drift) {
        return new WireRecord(
                driftKey(drift.comparison(), drift.difference().key()),
                Optional.of(Json.bytes(new DriftBody(FormatVersion.CURRENT, drift))),
                cloudEvent("io.evenkeel.drift.open.v1", "/evenkeel/analyzer", drift.id()));
    }

    /** A drift that is open no more. */
    public WireRecord encodeClosed(Comparison comparison, ObjectKey key) {
        return new WireRecord(driftKey(comparison, key), Optional.empty(), Map.of());
    }

    /** How far a comparison is measured in one partition. */
    public WireRecord encode(ComparisonState state) {
        return new WireRecord(
                stateKey(state.comparison(), state.partition()),
                Optional.of(Json.bytes(new StateBody(FormatVersion.CURRENT, state))),
                cloudEvent(
                        "io.evenkeel.comparison.evaluated.v1",
                        "/evenkeel/analyzer",
                        state.comparison() + " " + state.partition() + " " + state.evaluatedAt()));
    }

    /** A comparison that is no longer made. */
    public WireRecord encodeRetired(Comparison comparison, int partition) {
        return new WireRecord(stateKey(comparison, partition), Optional.empty(), Map.of());
    }

    /** What happened to a drift. */
    public WireRecord encode(DriftEvent event) {
        return new WireRecord(
                driftKey(event.drift().comparison(), event.drift().difference().key()),
                Optional.of(Json.bytes(new EventBody(FormatVersion.CURRENT, event))),
                cloudEvent("io.evenkeel.drift." + event.type().word() + ".v1", "/evenkeel/analyzer", event.id()));
    }

    /** Reads a record of a catalog topic. {@code rootHeader} is the content of {@link #ROOT_HEADER}, empty if absent. */
    public CatalogRecord decodeCatalog(byte[] key, Optional<byte[]> value, Optional<byte[]> rootHeader)
            throws MalformedRecordException {
        if (Arrays.equals(key, MARKER_KEY) || Arrays.equals(key, BRIEF_KEY)) {
            byte[] bytes =
                    value.orElseThrow(() -> new MalformedRecordException("expected a marker, found a tombstone"));
            return new CatalogRecord.Marked(body(bytes, MarkerBody.class).marker());
        }
        ObjectKey objectKey = Json.read(key, ObjectKey.class);
        List<String> root = root(rootHeader);
        if (value.isEmpty()) {
            return new CatalogRecord.Gone(objectKey, root);
        }
        ObjectBody body = body(value.get(), ObjectBody.class);
        return new CatalogRecord.Present(
                valid(() -> new CatalogObject(objectKey, root, body.parent(), body.attributes(), body.carried())));
    }

    /** Reads a record of the topic of requests. */
    public CollectorRequest decodeRequest(byte[] value) throws MalformedRecordException {
        return body(value, RequestBody.class).request();
    }

    /** Reads a record of the drift topic. */
    public DriftRecord decodeDrift(byte[] key, Optional<byte[]> value) throws MalformedRecordException {
        List<String> names = strings(key);
        if (names.size() < 4) {
            throw new MalformedRecordException("expected a drift key of four names or more, found " + names.size());
        }
        if (names.getFirst().equals(COMPARISON)) {
            return value.isPresent()
                    ? new DriftRecord.Evaluated(
                            body(value.get(), StateBody.class).state())
                    : new DriftRecord.Retired(comparison(names.get(1), names.get(2)), number(names.get(3)));
        }
        return value.isPresent()
                ? new DriftRecord.Open(body(value.get(), DriftBody.class).drift())
                : new DriftRecord.Closed(
                        comparison(names.get(0), names.get(1)),
                        valid(() -> ObjectKey.of(names.subList(2, names.size()))));
    }

    /** Reads a record of the events topic. */
    public DriftEvent decodeEvent(byte[] value) throws MalformedRecordException {
        return body(value, EventBody.class).event();
    }

    private static byte[] driftKey(Comparison comparison, ObjectKey key) {
        List<String> names = new ArrayList<>();
        names.add(comparison.baseline().name());
        names.add(comparison.target().name());
        names.addAll(key.toList());
        return Json.bytes(names);
    }

    private static byte[] stateKey(Comparison comparison, int partition) {
        return Json.bytes(List.of(
                COMPARISON, comparison.baseline().name(), comparison.target().name(), String.valueOf(partition)));
    }

    private static <T extends Body> T body(byte[] value, Class<T> type) throws MalformedRecordException {
        try {
            T body = Json.read(value, type);
            checkFormat(body.format());
            return body;
        } catch (MalformedRecordException malformed) {
            // that of another format need not have the form of ours
            checkFormat(Json.tree(value).path("format").asInt(0));
            throw malformed;
        }
    }

    private static void checkFormat(int format) throws MalformedRecordException {
        if (format < 1 || format > FormatVersion.CURRENT) {
            throw new MalformedRecordException("expected format 1 to " + FormatVersion.CURRENT + ", found " + format
                    + ": a newer Evenkeel wrote it, upgrade this one");
        }
    }

    private static List<String> root(Optional<byte[]> header) throws MalformedRecordException {
        return strings(header.orElseThrow(
                () -> new MalformedRecordException("expected the header " + ROOT_HEADER + ", found none")));
    }

    private static List<String> strings(byte[] json) throws MalformedRecordException {
        String[] names = Json.read(json, String[].class);
        if (Arrays.asList(names).contains(null)) {
            throw new MalformedRecordException("expected a list of names, found null in it");
        }
        return List.of(names);
    }

    private static Comparison comparison(String baseline, String target) throws MalformedRecordException {
        return valid(() -> new Comparison(new Environment(baseline), new Environment(target)));
    }

    private static <T> T valid(Supplier<T> made) throws MalformedRecordException {
        try {
            return made.get();
        } catch (IllegalArgumentException malformed) {
            throw new MalformedRecordException("expected usable names, found others: " + malformed.getMessage());
        }
    }

    private static int number(String digits) throws MalformedRecordException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException malformed) {
            throw new MalformedRecordException("expected a partition's number, found '" + digits + "'");
        }
    }

    private static Map<String, String> headers(Environment environment, String what, String id, List<String> root) {
        Map<String, String> headers = new TreeMap<>(
                cloudEvent("io.evenkeel.catalog." + what + ".v1", "/evenkeel/collector/" + environment, id));
        headers.put(ROOT_HEADER, new String(Json.bytes(root), StandardCharsets.UTF_8));
        return headers;
    }

    private static Map<String, String> cloudEvent(String type, String source, String id) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                type,
                "ce_source",
                source,
                "ce_id",
                id,
                "content-type",
                "application/json");
    }
}
