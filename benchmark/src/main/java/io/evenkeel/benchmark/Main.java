package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code benchmark/run}: one measurement a word, each on servers of its own. */
public final class Main {
    private static final int ROUNDS = 5;
    private static final String USAGE = """
            usage: benchmark/run compare [tables, 1000 unless told]      one comparison beside pg_dump -s of both sides
                   benchmark/run collector [tables ..., 100 and 1000]    what reading and watching one database takes
                   benchmark/run changes [tables, 1000] [how many, 500]  how soon changes are on Kafka
                   benchmark/run environments [how many, 200]            so many environments in one collector
                   benchmark/run harm [DDL transactions, 20000]          what migrations notice of a collector
                   benchmark/run torn [readings, 10000] [minutes, 6]     so many readings at each rate of DDL, or so long
                   benchmark/run audit [objects, 100000] [events, 1000000]  catching up from Kafka, and audit verify
                   benchmark/run alerter [drifts, 50000]                 so many open drifts in 256 MB of heap
            """;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length < 1 ? "" : arguments[0];
        List<Integer> sizes =
                Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        switch (what) {
            case "compare" -> compare(number(sizes, 0, 1_000));
            case "collector" -> collector(sizes.isEmpty() ? List.of(100, 1_000) : sizes);
            case "changes" -> changes(number(sizes, 0, 1_000), number(sizes, 1, 500));
            case "environments" -> new Environments(number(sizes, 0, 200)).run();
            case "harm" -> Harm.run(number(sizes, 0, 20_000));
            case "torn" -> Torn.run(number(sizes, 0, 10_000), Duration.ofMinutes(number(sizes, 1, 6)));
            case "audit" -> audit(number(sizes, 0, 100_000), number(sizes, 1, 1_000_000));
            case "alerter" -> alerter(number(sizes, 0, 50_000));
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static int number(List<Integer> given, int at, int otherwise) {
        return given.size() > at ? given.get(at) : otherwise;
    }

    private static void changes(int tables, int count) throws Exception {
        machine();
        new CollectorCosts(tables, major()).changes(count);
    }

    private static void audit(int objects, int events) throws Exception {
        machine();
        new Audit(objects, events).run();
    }

    private static void alerter(int drifts) throws Exception {
        machine();
        new ManyDrifts(drifts).run();
    }

    private static void machine() {
        System.out.printf(
                "%d processors, Java %s, %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature(), System.getProperty("os.arch"));
    }

    private static void collector(List<Integer> sizes) throws Exception {
        machine();
        for (int tables : sizes) {
            new CollectorCosts(tables, major()).run();
        }
    }

    private static int major() {
        return Integer.parseInt(System.getProperty("pg_dump.major"));
    }

    private static void compare(int tables) throws Exception {
        int major = major();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().major(major).start()) {
            new SyntheticCatalog(server).createPair(tables);
            report(server, tables, major);
        }
    }

    private static void report(EmbeddedPostgres server, int tables, int major) throws Exception {
        Map<String, String> environment = Map.of("PGPASSFILE", server.passFile().toString());
        Path home = Path.of(System.getProperty("evenkeel.home"));
        List<Run> evenkeel = new ArrayList<>();
        List<Run> dumps = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            evenkeel.add(Run.of(environment, Set.of(1), compare(server, home)));
            dumps.add(dump(server, environment, "left_side").then(dump(server, environment, "right_side")));
        }
        System.out.printf(
                Locale.ROOT,
                "%d tables, PostgreSQL %d, %d processors, Java %s, best of %d%n%n",
                tables,
                major,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                ROUNDS);
        System.out.println("| program | wall s | client CPU s | peak MB |\n|---|---|---|---|");
        row("evenkeel compare", evenkeel);
        row("pg_dump -s of both, one after the other", dumps);
    }

    private static List<String> compare(EmbeddedPostgres server, Path home) {
        String url = "postgresql://%s@%s:%d/".formatted(server.user(), server.host(), server.port());
        return List.of(
                home.resolve("evenkeel").toString(),
                "compare",
                "--baseline",
                url + "left_side",
                "--target",
                url + "right_side",
                "--format",
                "json");
    }

    private static Run dump(EmbeddedPostgres server, Map<String, String> environment, String database)
            throws Exception {
        return Run.of(
                environment,
                Set.of(0),
                List.of(
                        "pg_dump",
                        "-s",
                        "-h",
                        server.host(),
                        "-p",
                        String.valueOf(server.port()),
                        "-U",
                        server.user(),
                        database));
    }

    private static void row(String name, List<Run> runs) {
        Run best = runs.stream().min(Comparator.comparing(Run::wall)).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %d |%n",
                name,
                best.wall().toMillis() / 1000.0,
                best.cpu().toMillis() / 1000.0,
                best.peakMegabytes());
    }
}
