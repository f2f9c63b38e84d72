package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes an {@link EmbeddedPostgres} before it starts. Not thread-safe. */
public final class EmbeddedPostgresBuilder {
    private static final int DEFAULT_MAJOR = 17;
    private static final String NOT_AS_ROOT =
            "; PostgreSQL never runs as root and this system forbids user namespaces: run this program as another user";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private int major = DEFAULT_MAJOR;
    private Optional<Path> dataDirectory = Optional.empty();
    private Optional<Path> extensionFiles = Optional.empty();

    EmbeddedPostgresBuilder() {}

    /** The major version; programs carry 17, the tests' class path 13 to 18. */
    public EmbeddedPostgresBuilder major(int value) {
        major = value;
        return this;
    }

    /** Keeps the data in this directory (absent, empty, or filled by an earlier start), with full durability. */
    public EmbeddedPostgresBuilder dataDirectory(Path directory) {
        dataDirectory = Optional.of(directory);
        return this;
    }

    /** One line of {@code postgresql.conf}; address, port and logging are not free to choose. */
    public EmbeddedPostgresBuilder serverSetting(String name, String value) {
        PostgresSettings.check(name, value);
        settings.put(name, value);
        return this;
    }

    /** Offers the extensions whose {@code .control} and {@code .sql} files lie in this directory, to this server alone. */
    public EmbeddedPostgresBuilder extensionFiles(Path directory) {
        extensionFiles = Optional.of(directory);
        return this;
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @throws EmbeddedServerException if the directory is in use, foreign, unwritable, damaged or of another major
     */
    public EmbeddedPostgres start() {
        DirectoryLock lock =
                DirectoryLock.take(dataDirectory.orElseGet(() -> Trees.scratch("evenkeel-postgres-")), "postgres");
        try {
            return start(lock);
        } catch (EmbeddedServerException e) {
            abandon(lock);
            throw e;
        } catch (IOException e) {
            abandon(lock);
            throw cannotStart(lock, EmbeddedServerException.describe(e), e);
        } catch (InterruptedException e) {
            abandon(lock);
            Thread.currentThread().interrupt();
            throw cannotStart(lock, "interrupted", e);
        }
    }

    private EmbeddedPostgres start(DirectoryLock lock) throws IOException, InterruptedException {
        PostgresInstallation installation = PostgresInstallation.of(major, ProgramCache.ofUser());
        if (extensionFiles.isPresent()) {
            installation = installation.withExtensions(
                    extensions(extensionFiles.get()), lock.directory().resolve("installation"));
        }
        boolean scratch = dataDirectory.isEmpty();
        PostgresDirectory directory = new PostgresDirectory(lock.directory(), installation, major);
        PostgresServer server = new PostgresServer(installation, directory, scratch);
        server.start(settings);
        return new EmbeddedPostgres(lock, server, directory, scratch);
    }

    private static List<Path> extensions(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new EmbeddedServerException(
                    "The extension files must lie in a directory, but %s is none; name the directory of the .control and .sql files"
                            .formatted(directory));
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(EmbeddedPostgresBuilder::belongsToExtension).toList();
        }
    }

    private static boolean belongsToExtension(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".control") || name.endsWith(".sql");
    }

    private void abandon(DirectoryLock lock) {
        lock.close();
        if (dataDirectory.isEmpty()) {
            Trees.removeScratch(lock.directory());
        }
    }

    private EmbeddedServerException cannotStart(DirectoryLock lock, String found, Exception cause) {
        return new EmbeddedServerException(
                "The embedded PostgreSQL %d cannot start in %s: %s%s"
                        .formatted(major, lock.directory(), found, found.contains("unshare") ? NOT_AS_ROOT : ""),
                cause);
    }
}
