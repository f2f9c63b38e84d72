package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code benchmark/run compare [tables]}: one {@code evenkeel compare} of two databases beside {@code pg_dump -s} of both,
 * in turns, on one embedded server. {@code benchmark/run environments [n]}: n environments in one collector.
 */
public final class Main {
    private static final int ROUNDS = 5;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length < 1 ? "" : arguments[0];
        Optional<Integer> size = arguments.length > 1 ? Optional.of(Integer.valueOf(arguments[1])) : Optional.empty();
        switch (what) {
            case "compare" -> compare(size.orElse(1000));
            case "environments" -> new Environments(size.orElse(200)).run();
            default -> {
                System.err.println("usage: benchmark/run compare [tables, 1000 unless told]");
                System.err.println("       benchmark/run environments [how many, 200 unless told]");
                System.exit(2);
            }
        }
    }

    private static void compare(int tables) throws Exception {
        int major = Integer.parseInt(System.getProperty("pg_dump.major"));
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
