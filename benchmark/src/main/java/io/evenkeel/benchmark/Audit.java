package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How fast the audit trail catches up from Kafka, what verifying it takes, and whether it finds what was tampered with. */
final class Audit {
    private static final int KINDS = 60;
    private static final String STORED =
            "select coalesce(sum(next_offset), 0) from evenkeel.consumer_offset where topic = '%s'";

    private final int objects;
    private final int events;

    Audit(int objects, int events) {
        this.objects = objects;
        this.events = events;
    }

    void run() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                EmbeddedKafka broker = EmbeddedKafka.startScratch();
                AlertTopics topics = new AlertTopics(broker)) {
            topics.columns(objects);
            topics.events(0, events, KINDS);
            String settings;
            try (AlertProcess alerter = AlertProcess.start(server, broker, "")) {
                settings = alerter.settings().toString();
                catchUp(server, alerter, topics);
            }
            verify(server, settings);
            tamper(server, settings);
        }
    }

    /** From the first batch that is stored to the last: without the start of the program. */
    private void catchUp(EmbeddedPostgres server, AlertProcess alerter, AlertTopics topics) throws Exception {
        String catalog = STORED.formatted(topics.topics.catalog(AlertTopics.PRODUCTION));
        String event = STORED.formatted(topics.topics.events());
        try (Connection connection = server.connect(AlertProcess.DATABASE)) {
            ServerCpu cpu = ServerCpu.of(server);
            alerter.await(() -> exists(connection) && number(connection, catalog) + number(connection, event) > 0);
            long first = number(connection, catalog);
            long firstEvents = number(connection, event);
            long start = System.nanoTime();
            Duration serverBefore = cpu.used();
            Usage before = alerter.usage();
            Duration[] took = {Duration.ZERO, Duration.ZERO};
            alerter.await(() -> {
                took[0] = since(took[0], start, number(connection, catalog) >= objects);
                took[1] = since(took[1], start, number(connection, event) >= events);
                return !took[0].isZero() && !took[1].isZero();
            });
            Usage after = alerter.usage();
            System.out.println(
                    "| caught up | s | a second | alerter CPU s | server CPU s | peak MB |\n|---|---|---|---|---|---|");
            row("%d objects".formatted(objects), objects - first, took[0], "", "", "");
            row(
                    "%d events, and the objects".formatted(events),
                    events - firstEvents + objects - first,
                    took[1],
                    seconds(after.cpu().minus(before.cpu())),
                    seconds(cpu.used().minus(serverBefore)),
                    String.valueOf(after.peakMegabytes()));
        }
    }

    private static Duration since(Duration known, long start, boolean done) {
        return known.isZero() && done ? Duration.ofNanos(System.nanoTime() - start) : known;
    }

    private static void row(String what, long count, Duration took, String... more) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %s |%n",
                what,
                seconds(took),
                count * 1e9 / Math.max(1, took.toNanos()),
                String.join(" | ", more));
    }

    private static String seconds(Duration duration) {
        return "%.1f".formatted(duration.toMillis() / 1000.0);
    }

    private static void verify(EmbeddedPostgres server, String settings) throws Exception {
        ServerCpu cpu = ServerCpu.of(server);
        Duration before = cpu.used();
        ProcessBuilder command = AlertProcess.evenkeel(server, "audit", "verify", "--config", settings);
        Run run = Run.of(Map.of("AUDIT_PASSWORD", server.password()), Set.of(0), command.command());
        System.out.println("\n| audit verify | s | its CPU s | server CPU s | peak MB |\n|---|---|---|---|---|");
        System.out.printf(
                "| whole | %s | %s | %s | %d |%n%n",
                seconds(run.wall()), seconds(run.cpu()), seconds(cpu.used().minus(before)), run.peakMegabytes());
    }

    private static void tamper(EmbeddedPostgres server, String settings) throws Exception {
        try (Connection connection = server.connect(AlertProcess.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set search_path = evenkeel");
            statement.execute("update event set severity = 'info' where position = 4711");
            statement.execute("delete from event where position = 815");
            statement.execute(
                    "insert into event (position, id, type, episode, baseline, target, kind, key, change, severity, "
                            + "category, time, received_at, record) overriding system value select position + 100000000, 'x', type, "
                            + "episode, baseline, target, kind, key, change, severity, category, time, received_at, record from event "
                            + "where position = 42");
        }
        Process process = AlertProcess.evenkeel(server, "audit", "verify", "--config", settings)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            System.out.println("one event altered (4711), one deleted (815), one inserted:");
            lines.forEach(line -> System.out.println("    " + line));
        }
        if (process.waitFor() != 1) {
            throw new IllegalStateException("expected verify to end with 1, found " + process.exitValue());
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        return number(connection, "select count(to_regclass('evenkeel.consumer_offset'))") > 0;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
