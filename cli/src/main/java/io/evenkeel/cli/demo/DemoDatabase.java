package io.evenkeel.cli.demo;

import io.evenkeel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** One of the two databases: a server of its own, the scenario's objects, and the reader that a real installation has. */
public final class DemoDatabase implements AutoCloseable {
    private static final String DATABASE = "postgres";
    private static final int PASSWORD_BYTES = 16;

    private final String name;
    private final EmbeddedPostgres server;
    private final String readerPassword;

    private DemoDatabase(String name, EmbeddedPostgres server, String readerPassword) {
        this.name = name;
        this.server = server;
        this.readerPassword = readerPassword;
    }

    /**
     * Starts the server and plays the scenario into it.
     *
     * @param name {@code production} or {@code staging}
     * @param scratch where the stand-in extension files go; the caller removes it
     */
    public static DemoDatabase start(String name, Path scratch) throws IOException, SQLException {
        Path extensions = Files.createDirectories(scratch.resolve(name + "-extensions"));
        Resources.copy("/demo/extensions/common", extensions);
        Resources.copy("/demo/extensions/" + name, extensions);
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().extensionFiles(extensions).start();
        String password = HexFormat.of().formatHex(randomBytes());
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(Resources.text("/demo/common.sql"));
            statement.execute(Resources.text("/demo/" + name + ".sql"));
            statement.execute(Resources.text("/sql/reader.sql"));
            statement.execute("alter role evenkeel_reader password '" + password + "'");
        } catch (SQLException failed) {
            server.close();
            throw failed;
        }
        return new DemoDatabase(name, server, password);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The address for the least-privilege reader, without its password. */
    public String readerUrl() {
        return "postgresql://evenkeel_reader@" + server.host() + ":" + server.port() + "/" + DATABASE;
    }

    /** The reader's password; it lives as long as the demo. */
    public String readerPassword() {
        return readerPassword;
    }

    /** A line to paste into a shell: psql as the superuser. */
    public String psql() {
        return "PGPASSFILE=" + server.passFile() + " psql -h " + server.host() + " -p " + server.port() + " -U "
                + server.user() + " " + DATABASE;
    }

    /** A connection of the superuser. */
    public Connection connect() throws SQLException {
        return server.connect(DATABASE);
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        server.close();
    }
}
