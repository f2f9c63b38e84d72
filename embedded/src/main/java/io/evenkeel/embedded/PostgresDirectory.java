package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one server keeps on disk: {@code data} (the cluster), {@code pgpass}, {@code server.properties}. */
final class PostgresDirectory {
    private static final String HBA = """
            host all all 127.0.0.1/32 scram-sha-256
            host replication all 127.0.0.1/32 scram-sha-256
            """;
    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final PostgresInstallation installation;
    private final int major;

    PostgresDirectory(Path root, PostgresInstallation installation, int major) {
        this.root = root;
        this.installation = installation;
        this.major = major;
    }

    Path cluster() {
        return root.resolve("data");
    }

    Path passFile() {
        return root.resolve("pgpass");
    }

    KeptValues kept() {
        return new KeptValues(root.resolve("server.properties"));
    }

    /** The superuser's password, read from the pass file. */
    String password() throws IOException {
        return password(passFile());
    }

    static String password(Path passFile) throws IOException {
        String line = Files.readString(passFile).strip();
        return line.substring(line.lastIndexOf(':') + 1);
    }

    /** Makes the cluster if it is new, and checks that this major can run it if it is not. */
    void prepare(Map<String, String> settings) throws IOException, InterruptedException {
        if (Files.exists(cluster())) {
            requireSameMajor();
            configure(cluster(), settings);
        } else {
            Path unfinished = root.resolve("data.unfinished");
            Trees.delete(unfinished);
            Trees.copy(installation.template(), unfinished);
            configure(unfinished, settings);
            setPassword(unfinished);
            Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(passFile())) {
            setPassword(cluster());
        }
    }

    /** Writes the settings of the next start. */
    void configure(Map<String, String> settings) throws IOException {
        configure(cluster(), settings);
    }

    private static void configure(Path cluster, Map<String, String> settings) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), PostgresSettings.file(settings));
        Files.writeString(cluster.resolve("pg_hba.conf"), HBA);
    }

    private void requireSameMajor() throws IOException {
        Path file = cluster().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new IOException("%s is gone; restore the directory or remove it".formatted(file));
        }
        String found = Files.readString(file).strip();
        if (!found.equals(Integer.toString(major))) {
            throw new EmbeddedServerException(
                    "The directory %s holds data of PostgreSQL %s, expected %d; name another directory, or start that major"
                            .formatted(root, found, major));
        }
    }

    /** Sets a new random password without a running server, so that none ever runs without one. */
    private void setPassword(Path cluster) throws IOException, InterruptedException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String output = UnixCommand.run(
                List.of(installation.program("postgres"), "--single", "-D", cluster.toString(), "postgres"),
                "ALTER ROLE %s PASSWORD '%s'\n".formatted(EmbeddedPostgres.USER, password));
        if (output.contains("ERROR:")) {
            throw new IOException("the superuser's password could not be set");
        }
        writePrivately(passFile(), "%s:*:*:%s:%s\n".formatted(Ports.LOOPBACK, EmbeddedPostgres.USER, password));
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
