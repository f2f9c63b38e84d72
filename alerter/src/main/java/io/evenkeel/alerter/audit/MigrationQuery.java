package io.evenkeel.alerter.audit;

import io.evenkeel.alerter.cause.Arrival;
import io.evenkeel.alerter.cause.LoneMigration;
import io.evenkeel.alerter.cause.RunningMigration;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the catalogs and their history for migrations. */
final class MigrationQuery {
    /** Of one that is further behind, only so many explain drift. */
    private static final int MOST = 200;
    /** What changed within so long, as far as is known, may have changed together. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final int LARGE = 50_000;

    private static final String COLUMNS = "o.environment, " + StoredObject.COLUMNS.replaceAll("(\\w+)", "o.$1") + """
            , s.epoch, s.sequence as place, s.taken_at, s.seen_until,
            exists (select from snapshot_slice p
                    where p.environment = o.environment and p.partition = o.partition and p.ordinal < o.valid_from
                      and p.failure_reason is null) as looked
            from catalog_object o
            left join snapshot_slice s
              on s.environment = o.environment and s.partition = o.partition and s.ordinal = o.valid_from
            where o.kind = any(?::text[]) and o.environment = ? and not o.platform
            """;
    private static final String LONE = "select " + COLUMNS + """
            and not exists (select from catalog_object t where t.environment = ? and t.key_hash = o.key_hash)
            order by o.valid_from desc, o.key limit\s""" + MOST;
    /** More than the objects themselves say decides. */
    private static final String RUNNING =
            "select " + COLUMNS + " and (o.record like '%\"in progress\"%' or o.record like '%\"held\"%')";

    private static final String CHANGES =
            "select changes from snapshot_slice where environment = ? and epoch = ? and sequence = ?";

    private record Snapshot(Environment environment, long epoch, long sequence) {}

    private record Placed(
            Environment environment,
            CatalogObject object,
            Optional<Snapshot> snapshot,
            Optional<Instant> takenAt,
            boolean together) {}

    private final Connection connection;
    private final Collection<String> kinds;
    private final Map<Snapshot, Set<Long>> changes = new HashMap<>();

    MigrationQuery(Connection connection, Collection<String> kinds) {
        this.connection = connection;
        this.kinds = kinds;
    }

    /** Those that are under way in an environment. */
    List<RunningMigration> running(Environment environment) throws SQLException {
        List<RunningMigration> running = new ArrayList<>();
        for (Placed each : ask(RUNNING, environment, Optional.empty())) {
            each.takenAt()
                    .flatMap(at -> RunningMigration.of(environment, each.object(), at))
                    .ifPresent(running::add);
        }
        return running;
    }

    /** Those that one side of a comparison has. */
    List<LoneMigration> lone(Comparison comparison) throws SQLException {
        List<LoneMigration> lone = new ArrayList<>(lone(comparison, comparison.baseline(), comparison.target()));
        lone.addAll(lone(comparison, comparison.target(), comparison.baseline()));
        return lone;
    }

    private List<LoneMigration> lone(Comparison comparison, Environment where, Environment lacking)
            throws SQLException {
        List<LoneMigration> lone = new ArrayList<>();
        for (Placed each : ask(LONE, where, Optional.of(lacking))) {
            lone.add(LoneMigration.of(comparison, where, each.object(), arrival(each)));
        }
        return lone;
    }

    private Optional<Arrival> arrival(Placed migration) throws SQLException {
        if (!migration.together()) {
            return Optional.empty();
        }
        Snapshot snapshot = migration.snapshot().orElseThrow();
        if (!changes.containsKey(snapshot)) {
            changes.put(snapshot, changes(snapshot));
        }
        return Optional.of(new Arrival(migration.takenAt().orElseThrow(), changes.get(snapshot)));
    }

    private Set<Long> changes(Snapshot snapshot) throws SQLException {
        Set<Long> changed = new HashSet<>();
        Rows.query(
                        connection,
                        CHANGES,
                        query -> {
                            query.setString(1, snapshot.environment().name());
                            query.setLong(2, snapshot.epoch());
                            query.setLong(3, snapshot.sequence());
                        },
                        row -> Changes.of(row.getBytes(1)).marks().keySet())
                .forEach(changed::addAll);
        return changed.size() > LARGE ? Set.of() : changed;
    }

    private List<Placed> ask(String sql, Environment environment, Optional<Environment> other) throws SQLException {
        return Rows.query(
                connection,
                sql,
                query -> {
                    Rows.column(query, 1, "text", kinds, kind -> kind);
                    query.setString(2, environment.name());
                    if (other.isPresent()) {
                        query.setString(3, other.get().name());
                    }
                },
                MigrationQuery::placed);
    }

    private static Placed placed(ResultSet row) throws SQLException {
        Optional<Instant> takenAt =
                Rows.text(row, "taken_at").isPresent() ? Optional.of(Rows.instant(row, "taken_at")) : Optional.empty();
        boolean together = takenAt.isPresent()
                && row.getBoolean("looked")
                && Rows.text(row, "seen_until").isPresent()
                && !takenAt.get().isAfter(Rows.instant(row, "seen_until").plus(TOGETHER));
        Environment environment = new Environment(row.getString("environment"));
        try {
            return new Placed(
                    environment,
                    StoredObject.of(row).object(),
                    takenAt.isPresent()
                            ? Optional.of(new Snapshot(environment, row.getLong("epoch"), row.getLong("place")))
                            : Optional.empty(),
                    takenAt,
                    together);
        } catch (MalformedRecordException malformed) {
            throw new SQLException("catalog_object holds a record that this version cannot read", malformed);
        }
    }
}
