package io.evenkeel.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Both databases of the demo, and a scratch directory for everything that has to disappear with it. */
public final class DemoWorld implements AutoCloseable {
    private final Path scratch;
    private final DemoDatabase staging;
    private final DemoDatabase production;

    private DemoWorld(Path scratch, DemoDatabase staging, DemoDatabase production) {
        this.scratch = scratch;
        this.staging = staging;
        this.production = production;
    }

    /** Starts both databases side by side. */
    public static DemoWorld start() throws IOException, SQLException, InterruptedException {
        Path scratch = Files.createTempDirectory("evenkeel-demo");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<DemoDatabase> staging = threads.submit(() -> DemoDatabase.start("staging", scratch));
            Future<DemoDatabase> production = threads.submit(() -> DemoDatabase.start("production", scratch));
            return new DemoWorld(scratch, staging.get(), production.get());
        } catch (ExecutionException failed) {
            delete(scratch);
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IOException("the demo's databases did not start: " + failed.getCause(), failed);
        }
    }

    /** Both, the baseline first. */
    public List<DemoDatabase> databases() {
        return List.of(staging, production);
    }

    /** Settings as a user would write them, for these databases; the passwords come from {@link #passwords()}. */
    public String settings(int port) {
        return """
                environments:
                  staging:
                    url: %s
                    password: ${env:STAGING_PASSWORD}
                  production:
                    url: %s
                    password: ${env:PRODUCTION_PASSWORD}
                comparisons:
                  - baseline: staging
                    target: production
                alerter:
                  listen: 127.0.0.1:%d
                data-directory: %s
                """.formatted(staging.readerUrl(), production.readerUrl(), port, scratch.resolve("data"));
    }

    /** The variables that the settings refer to. */
    public Map<String, String> passwords() {
        return Map.of("STAGING_PASSWORD", staging.readerPassword(), "PRODUCTION_PASSWORD", production.readerPassword());
    }

    @Override
    public void close() throws IOException {
        staging.close();
        production.close();
        delete(scratch);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    (List<Path>) files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
