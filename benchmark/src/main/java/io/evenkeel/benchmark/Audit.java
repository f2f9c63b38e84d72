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
    private static final String OBJECTS = "select coalesce(sum(objects), 0) from evenkeel.slice_state";
    private static final String EVENTS = "select coalesce(max(position), 0) from evenkeel.event";

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
            System.out.println(
                    "| caught up | s | a second | alerter CPU s | server CPU s | peak MB |\n|---|---|---|---|---|---|");
            topics.columns(objects);
            catchUp(server, broker, "objects", objects, OBJECTS);
            topics.events(0, events, KINDS);
            String settings = catchUp(server, broker, "events", events, EVENTS);
            verify(server, settings);
            tamper(server, settings);
        }
    }

    /** From the first batch that is stored to the last: without the start of the program. Returns its settings. */
    private static String catchUp(EmbeddedPostgres server, EmbeddedKafka broker, String what, int count, String stored)
            throws Exception {
        try (AlertProcess alerter = AlertProcess.start(server, broker, "");
                Connection connection = server.connect(AlertProcess.DATABASE)) {
            ServerCpu cpu = ServerCpu.of(server);
            alerter.await(() -> exists(connection) && number(connection, stored) > 0);
            long first = number(connection, stored);
            long start = System.nanoTime();
            Duration serverBefore = cpu.used();
            Usage before = alerter.usage();
            alerter.await(() -> number(connection, stored) >= count);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Usage after = alerter.usage();
            System.out.printf(
                    Locale.ROOT,
                    "| %d %s | %s | %.0f | %s | %s | %d |%n",
                    count - first,
                    what,
                    seconds(took),
                    (count - first) * 1e9 / Math.max(1, took.toNanos()),
                    seconds(after.cpu().minus(before.cpu())),
                    seconds(cpu.used().minus(serverBefore)),
                    after.peakMegabytes());
            return alerter.settings().toString();
        }
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
        return number(connection, "select count(to_regclass('evenkeel.object_witness'))") > 0;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
