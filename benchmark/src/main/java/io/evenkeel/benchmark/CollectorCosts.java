package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What it takes to read one catalog, beside other programs that do, and to keep watching it. */
final class CollectorCosts {
    private static final String DATABASE = "catalog";
    private static final int LARGE = 5_000;
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final int IDLE_MINUTES = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMillis(400);

    private final int tables;
    private final int major;

    CollectorCosts(int tables, int major) {
        this.tables = tables;
        this.major = major;
    }

    /** What reading takes, then what watching takes while nothing happens. */
    void run() throws Exception {
        on(server -> {
            readings(server);
            watching(server, this::idle);
        });
    }

    /** How soon so many changes are on Kafka. */
    void changes(int count) throws Exception {
        on(server -> watching(server, (changes, topics, process) -> delays(changes, topics, process, count)));
    }

    private interface Work {
        void on(EmbeddedPostgres server) throws Exception;
    }

    private interface Watch {
        void of(Changes changes, CatalogTopics topics, CollectProcess process) throws Exception;
    }

    private void on(Work work) throws Exception {
        // what autovacuum does meanwhile would count as the server's
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .major(major)
                .serverSetting("autovacuum", "off")
                .start()) {
            new SyntheticCatalog(server).createOne(DATABASE, tables);
            System.out.printf("%n%d tables, PostgreSQL %d%n%n", tables, major);
            work.on(server);
        }
    }

    private void readings(EmbeddedPostgres server) throws Exception {
        int rounds = tables < LARGE ? 5 : 3;
        Peers peers = new Peers(server, DATABASE);
        Cost limit = peers.limit(major, rounds);
        List<String> rows = new ArrayList<>();
        rows.add(limit.row("psql COPY of the same queries (the limit)", limit));
        List<String> steps = new ArrayList<>();
        try (Readings readings = new Readings(server, DATABASE)) {
            Cost everything = readings.everything(rounds);
            rows.add(everything.row("evenkeel, warm, " + readings.objects() + " objects", limit));
            steps.add(step("unchanged probe", readings.probe()));
            steps.add(step("look after rows were written, no DDL", readings.lookInVain()));
            steps.add(step("one changed column", readings.changedColumn()));
        }
        rows.add(peers.dump(rounds).row("pg_dump -s", limit));
        Optional<Path> npm = peers.npm();
        if (npm.isPresent()) {
            int few = tables < LARGE ? 2 : 1;
            rows.add(peers.pgDelta(npm.get(), few).row("pg-delta snapshot", limit));
            if (tables < 1_000) {
                rows.add(peers.migra(npm.get(), few).row("migra, of the database with itself", limit));
            }
        }
        System.out.println(
                "| a whole reading | server CPU ms | of the limit | client CPU ms | of the limit | peak MB |\n|---|---|---|---|---|---|");
        rows.forEach(System.out::println);
        System.out.println("\n| evenkeel, between | server CPU ms | client CPU ms |\n|---|---|---|");
        steps.forEach(System.out::println);
    }

    private static String step(String name, Cost cost) {
        return "| " + name + " | " + Cost.milliseconds(cost.server()) + " | " + Cost.milliseconds(cost.client()) + " |";
    }

    private void watching(EmbeddedPostgres server, Watch watch) throws Exception {
        List<String> databases = List.of(DATABASE);
        try (EmbeddedKafka broker = EmbeddedKafka.startScratch();
                CollectProcess process = CollectProcess.start(server, broker, databases);
                CatalogTopics topics = new CatalogTopics(CollectProcess.clients(broker), databases)) {
            topics.awaitAllRead(process);
            topics.drain(SETTLING);
            watch.of(new Changes(server, topics, databases, false), topics, process);
        }
    }

    private void idle(Changes changes, CatalogTopics topics, CollectProcess process) throws Exception {
        ServerCpu cpu = changes.server();
        long published = topics.bytes();
        System.out.println("\n| idle, minute | collector, share of one core | server |\n|---|---|---|");
        for (int minute = 1; minute <= IDLE_MINUTES; minute++) {
            idleMinute(minute, cpu, topics, process);
        }
        long idleBytes = topics.bytes() - published;
        long change = changeBytes(changes, topics);
        System.out.println("""

                | evenkeel collect | resident MB | catalog on Kafka KB | idle: KB/min | a change KB |
                |---|---|---|---|---|""");
        System.out.printf(
                Locale.ROOT,
                "| one environment | %d, peak %d | %d | %.1f | %.1f |%n",
                process.usage().megabytes(),
                process.usage().peakMegabytes(),
                published / 1024,
                idleBytes / 1024.0 / IDLE_MINUTES,
                change / 1024.0);
    }

    /** At first the Java machine still compiles what it runs. */
    private static void idleMinute(int minute, ServerCpu cpu, CatalogTopics topics, CollectProcess process)
            throws Exception {
        Duration serverBefore = cpu.used();
        Duration before = process.usage().cpu();
        topics.drain(MINUTE);
        System.out.printf(
                Locale.ROOT,
                "| %d | %.2f %% | %.2f %% |%n",
                minute,
                share(process.usage().cpu().minus(before)),
                share(cpu.used().minus(serverBefore)));
    }

    private static void delays(Changes changes, CatalogTopics topics, CollectProcess process, int count)
            throws Exception {
        ServerCpu cpu = changes.server();
        Duration serverBefore = cpu.used();
        Usage before = process.usage();
        long published = topics.bytes();
        List<Duration> delays = changes.delays(count, REST, new Random(1));
        Usage after = process.usage();
        System.out.printf(
                Locale.ROOT,
                "%d changes, from the commit to the committed record: p50 %d ms, p99 %d ms, longest %d ms; each took %s ms of"
                        + " the server's processor (with the change itself), %s ms of the collector's, %.1f KB on Kafka%n",
                count,
                Changes.percentile(delays, 50),
                Changes.percentile(delays, 99),
                delays.getLast().toMillis(),
                Cost.milliseconds(cpu.used().minus(serverBefore).dividedBy(count)),
                Cost.milliseconds(after.cpu().minus(before.cpu()).dividedBy(count)),
                (topics.bytes() - published) / 1024.0 / count);
    }

    /** Of one change with its markers, the median of some between which no heartbeat came. */
    private static long changeBytes(Changes changes, CatalogTopics topics) throws Exception {
        List<Long> bytes = new ArrayList<>();
        for (int change = 0; change < 11; change++) {
            long before = topics.bytes();
            changes.delays(1, Duration.ZERO, new Random(change));
            bytes.add(topics.bytes() - before);
        }
        return bytes.stream().sorted().toList().get(bytes.size() / 2);
    }

    private static double share(Duration used) {
        return 100.0 * used.toNanos() / MINUTE.toNanos();
    }
}
