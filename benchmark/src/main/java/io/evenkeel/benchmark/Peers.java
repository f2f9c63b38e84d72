package io.evenkeel.benchmark;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other programs that read the same catalog, each as a whole process. */
final class Peers {
    private static final String PG_DELTA = "@supabase/pg-delta@1.0.0-alpha.34";
    private static final String MIGRA = "@pgkit/migra@0.6.1";

    private final EmbeddedPostgres server;
    private final String database;
    private final ServerCpu cpu;
    private final Map<String, String> environment;

    Peers(EmbeddedPostgres server, String database) throws SQLException {
        this.server = server;
        this.database = database;
        this.cpu = ServerCpu.of(server);
        this.environment = Map.of("PGPASSWORD", server.password());
    }

    /** The very queries that the collector asks, sent as text: no reader of theirs can take less. */
    Cost limit(int major, int rounds) throws Exception {
        Path script = Files.createTempFile("evenkeel-benchmark-", ".sql");
        String queries = Readings.queries(major).stream()
                .map(sql -> "COPY (\n" + sql + "\n) TO STDOUT;\n")
                .collect(Collectors.joining());
        Files.writeString(script, "SET search_path = pg_catalog, pg_temp;\nSET jit = off;\n" + queries);
        try {
            return measured(
                    rounds,
                    connected("psql", "-qX", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", script + "", "-d"));
        } finally {
            Files.delete(script);
        }
    }

    Cost dump(int rounds) throws Exception {
        return measured(rounds, connected("pg_dump", "-s"));
    }

    private List<String> connected(String program, String... options) {
        return Stream.of(
                        List.of(program, "-h", server.host(), "-p", String.valueOf(server.port()), "-U", server.user()),
                        Arrays.asList(options),
                        List.of(database))
                .flatMap(List::stream)
                .toList();
    }

    /** Where npm puts its programs; absent without npm, or if it finds nothing. */
    Optional<Path> npm() throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "npm")));
        if (!there) {
            System.err.println("pg-delta and migra are left out: there is no npm on the PATH");
            return Optional.empty();
        }
        Path home = Files.createDirectories(Path.of(System.getProperty("evenkeel.home"), "benchmark", "target", "npm"));
        try {
            Run.of(
                    Map.of(),
                    Set.of(0),
                    List.of("npm", "install", "--prefix", home + "", "--no-audit", "--no-fund", PG_DELTA, MIGRA));
        } catch (IllegalStateException failed) {
            System.err.println("pg-delta and migra are left out: " + failed.getMessage());
            return Optional.empty();
        }
        return Optional.of(home.resolve("node_modules"));
    }

    Cost pgDelta(Path modules, int rounds) throws Exception {
        Path snapshot = Files.createTempFile("evenkeel-benchmark-", ".json");
        try {
            return measured(
                    rounds,
                    List.of(
                            "node",
                            modules.resolve(".bin/pgdelta").toString(),
                            "snapshot",
                            "--source",
                            url(),
                            "--out",
                            snapshot + ""));
        } finally {
            Files.delete(snapshot);
        }
    }

    /** It only compares: here the database with itself. */
    Cost migra(Path modules, int rounds) throws Exception {
        return measured(
                rounds,
                List.of("node", modules.resolve(".bin/migra").toString(), "run", url(), url(), "--with-privileges"));
    }

    private String url() {
        return "postgresql://%s@%s:%d/%s".formatted(server.user(), server.host(), server.port(), database);
    }

    private Cost measured(int rounds, List<String> command) throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Duration before = cpu.usedInAll();
            Run run = Run.of(environment, Set.of(0), command);
            costs.add(new Cost(cpu.usedInAll().minus(before), run.cpu(), run.peakMegabytes()));
        }
        return Cost.best(costs);
    }
}
