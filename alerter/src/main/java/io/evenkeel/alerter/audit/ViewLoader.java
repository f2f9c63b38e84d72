package io.evenkeel.alerter.audit;

import io.evenkeel.alerter.audit.DriftChanges.Subject;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Loads the view, again only what a batch may have changed. For one thread. */
final class ViewLoader {
    private static final int RECENT = 100;
    private static final String SLICES = "select record from environment_slice order by environment, partition";
    private static final String COUNTS =
            "select environment, kind, count(*) as objects from catalog_object where not platform group by environment, kind";
    private static final String ELSES = """
            with server as (
                select distinct environment, (record -> 'server' ->> 'versionNumber')::integer / 10000 as major
                from environment_slice
                where record -> 'server' ->> 'versionNumber' is not null
            ), apart as (
                select mine.environment, theirs.environment as other, mine.kind
                from catalog_object theirs
                join catalog_object mine on mine.key_hash = theirs.key_hash and mine.environment <> theirs.environment
                where theirs.platform and not mine.platform
                union all
                select mine.environment, their.environment, mine.kind
                from catalog_object mine
                join server my on my.environment = mine.environment
                join server their on their.environment <> mine.environment
                left join catalog_object theirs
                  on theirs.environment = their.environment and theirs.key_hash = mine.key_hash
                where (mine.since_major is not null or mine.until_major is not null)
                  and not mine.platform
                  and not coalesce(theirs.platform, false)
                  and (their.major < mine.since_major or their.major > mine.until_major)
                  and (theirs.key_hash is null or my.major < theirs.since_major or my.major > theirs.until_major)
            )
            select environment, other, kind, count(*) as objects from apart group by environment, other, kind
            """;
    private static final String VOLUMES =
            "select environment, key, root, record from catalog_object where kind = any(?::text[])";
    private static final String STATES = "select record from comparison_slice order by baseline, target, partition";
    private static final String DRIFTS = "select record from drift";
    private static final String NEWEST =
            "select position, record, received_at from event order by position desc limit ?";
    private static final String REJECTED = "select count(*) from rejected_record";

    private record Counted(Environment environment, ObjectKind kind, long objects) {}

    private record Placed(Environment environment, CatalogObject object) {}

    private final RecordCodec codec = new RecordCodec();
    private final Predicate<KindDescriptor> measuresData;
    private final Predicate<KindDescriptor> migrates;
    private final MigrationLoader migrations = new MigrationLoader();
    private final Map<Subject, Drift> open = new LinkedHashMap<>();
    private final Shared shared = new Shared();

    ViewLoader(Predicate<KindDescriptor> measuresData, Predicate<KindDescriptor> migrates) {
        this.measuresData = measuresData;
        this.migrates = migrates;
    }

    AuditView load(Connection connection, AuditView before, boolean objectsToo, DriftChanges drifts)
            throws SQLException {
        Map<Environment, List<SnapshotMarker>> slices = slices(connection);
        Map<Comparison, List<ComparisonState>> states = states(connection);
        return new AuditView(
                slices,
                objectsToo ? counts(connection) : before.counts(),
                objectsToo ? elses(connection) : before.elses(),
                objectsToo ? ExtentLoader.load(connection, kinds(slices, migrates)) : before.extents(),
                objectsToo ? volumes(connection, slices) : before.volumes(),
                states,
                drifts.isEmpty() ? before.drifts() : drifts(connection, drifts),
                newest(connection),
                Rows.query(connection, REJECTED, none -> {}, row -> row.getLong(1))
                        .getFirst(),
                migrations.load(connection, kinds(slices, migrates), states.keySet()));
    }

    /** Tens of thousands may be open: only what is said to be different is made again. */
    private List<Drift> drifts(Connection connection, DriftChanges changes) throws SQLException {
        if (changes.whole()) {
            open.clear();
            all(connection, DRIFTS, Drift.class).forEach(drift -> put(shared.of(drift)));
        } else {
            changes.words()
                    .forEach((subject, word) ->
                            word.ifPresentOrElse(drift -> put(shared.of(drift)), () -> open.remove(subject)));
        }
        return List.copyOf(open.values());
    }

    private void put(Drift drift) {
        open.put(Subject.of(drift), drift);
    }

    private static List<RecordedEvent> newest(Connection connection) throws SQLException {
        return Rows.query(connection, NEWEST, query -> query.setInt(1, RECENT), ViewLoader::event);
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"), Rows.json(row, "record", DriftEvent.class), Rows.instant(row, "received_at"));
    }

    private static Map<Environment, List<SnapshotMarker>> slices(Connection connection) throws SQLException {
        return all(connection, SLICES, SnapshotMarker.class).stream()
                .collect(Collectors.groupingBy(SnapshotMarker::environment));
    }

    private static Map<Comparison, List<ComparisonState>> states(Connection connection) throws SQLException {
        return all(connection, STATES, ComparisonState.class).stream()
                .collect(Collectors.groupingBy(ComparisonState::comparison));
    }

    private static Map<Environment, Map<ObjectKind, Long>> counts(Connection connection) throws SQLException {
        List<Counted> counted = Rows.query(
                connection,
                COUNTS,
                none -> {},
                row -> new Counted(
                        new Environment(row.getString("environment")),
                        new ObjectKind(row.getString("kind")),
                        row.getLong("objects")));
        return counted.stream()
                .collect(
                        Collectors.groupingBy(Counted::environment, Collectors.toMap(Counted::kind, Counted::objects)));
    }

    private static Map<Environment, Map<Environment, Map<ObjectKind, Long>>> elses(Connection connection)
            throws SQLException {
        Map<Environment, Map<Environment, Map<ObjectKind, Long>>> elses = new TreeMap<>();
        Rows.query(
                connection,
                ELSES,
                none -> {},
                row -> elses.computeIfAbsent(new Environment(row.getString("environment")), any -> new TreeMap<>())
                        .computeIfAbsent(new Environment(row.getString("other")), any -> new TreeMap<>())
                        .put(new ObjectKind(row.getString("kind")), row.getLong("objects")));
        return elses;
    }

    private Map<Environment, List<CatalogObject>> volumes(
            Connection connection, Map<Environment, List<SnapshotMarker>> slices) throws SQLException {
        List<String> kinds = kinds(slices, measuresData);
        List<Placed> placed = Rows.query(
                connection, VOLUMES, query -> Rows.column(query, 1, "text", kinds, kind -> kind), this::placed);
        return placed.stream()
                .collect(Collectors.groupingBy(
                        Placed::environment, TreeMap::new, Collectors.mapping(Placed::object, Collectors.toList())));
    }

    private static List<String> kinds(Map<Environment, List<SnapshotMarker>> slices, Predicate<KindDescriptor> wanted) {
        return slices.values().stream()
                .flatMap(List::stream)
                .flatMap(slice -> slice.kinds().stream())
                .filter(wanted)
                .map(kind -> kind.kind().name())
                .distinct()
                .toList();
    }

    private Placed placed(ResultSet row) throws SQLException {
        try {
            CatalogRecord record = codec.decodeCatalog(
                    bytes(row, "key"), Optional.of(bytes(row, "record")), Optional.of(bytes(row, "root")));
            if (record instanceof CatalogRecord.Present present) {
                return new Placed(new Environment(row.getString("environment")), present.object());
            }
            throw new SQLException("catalog_object holds a row that is no object");
        } catch (MalformedRecordException malformed) {
            throw new SQLException("catalog_object holds a record that this version cannot read", malformed);
        }
    }

    private static <T> List<T> all(Connection connection, String sql, Class<T> type) throws SQLException {
        return Rows.query(connection, sql, none -> {}, row -> Rows.json(row, "record", type));
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }
}
