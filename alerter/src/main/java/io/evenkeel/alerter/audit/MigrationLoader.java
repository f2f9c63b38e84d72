package io.evenkeel.alerter.audit;

import io.evenkeel.alerter.cause.LoneMigration;
import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.alerter.cause.RunningMigration;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.wire.RecordCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what is known of migrations, and asks again where a snapshot says something new. For one thread. */
final class MigrationLoader {
    private static final String NEWEST = "select coalesce(max(id), 0) from snapshot_slice";
    private static final String NEWS = "select distinct environment from snapshot_slice where id > ? and id <= ?";

    private final Map<Comparison, List<LoneMigration>> lone = new HashMap<>();
    private final Map<Environment, List<RunningMigration>> running = new HashMap<>();
    private Migrations known = Migrations.NONE;
    private long newest;

    Migrations load(Connection connection, Collection<String> kinds, Set<Comparison> wanted) throws SQLException {
        long last = Rows.query(connection, NEWEST, none -> {}, row -> row.getLong(1))
                .getFirst();
        if (last != newest || !wanted.equals(lone.keySet())) {
            ask(new MigrationQuery(connection, kinds), news(connection, last), wanted);
            newest = last;
            known = new Migrations(
                    lone.values().stream().flatMap(List::stream).toList(),
                    running.values().stream().flatMap(List::stream).toList(),
                    MigrationLoader::keyHash);
        }
        return known;
    }

    private Set<Environment> news(Connection connection, long last) throws SQLException {
        return new HashSet<>(Rows.query(
                connection,
                NEWS,
                query -> {
                    query.setLong(1, newest);
                    query.setLong(2, last);
                },
                row -> new Environment(row.getString(1))));
    }

    private void ask(MigrationQuery query, Set<Environment> news, Set<Comparison> wanted) throws SQLException {
        for (Environment environment : news) {
            running.put(environment, query.running(environment));
        }
        lone.keySet().retainAll(wanted);
        for (Comparison comparison : wanted) {
            if (!lone.containsKey(comparison)
                    || news.contains(comparison.baseline())
                    || news.contains(comparison.target())) {
                lone.put(comparison, query.lone(comparison));
            }
        }
    }

    private static long keyHash(ObjectKey key) {
        return Sha256.prefix(Sha256.of(RecordCodec.bytes(key)));
    }
}
