package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** New columns in databases that are collected, one after another. */
final class Changes {
    private final EmbeddedPostgres server;
    private final CatalogTopics topics;
    private final List<String> databases;
    private final boolean ending;
    private int made;

    /**
     * @param ending whether the session that makes a change ends at once, as psql's does; one that stays open may tell the
     *     server's counters 10 s later
     */
    Changes(EmbeddedPostgres server, CatalogTopics topics, List<String> databases, boolean ending) {
        this.ending = ending;
        this.server = server;
        this.topics = topics;
        this.databases = databases;
    }

    ServerCpu server() throws SQLException {
        return ServerCpu.of(server);
    }

    /**
     * Each in a random database, from its commit to the committed record; shortest first.
     *
     * @param rest the longest pause between two
     */
    List<Duration> delays(int changes, Duration rest, Random random) throws SQLException {
        List<Duration> delays = new ArrayList<>();
        for (int change = 0; change < changes; change++) {
            topics.drain(Duration.ofMillis(random.nextLong(rest.toMillis() + 1)));
            delays.add(make(databases.get(random.nextInt(databases.size()))));
        }
        return delays.stream().sorted().toList();
    }

    private Duration make(String database) throws SQLException {
        String column = "bench_" + made++;
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            // a table can have 1,600 columns in its life
            statement.execute(
                    "ALTER TABLE s%d.t%d ADD COLUMN %s text".formatted((made % 20 + 1) % 5, made % 20 + 1, column));
            long committed = System.nanoTime();
            if (ending) {
                connection.close();
            }
            return topics.awaitColumn(column, committed);
        }
    }

    static long percentile(List<Duration> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100))
                .toMillis();
    }
}
