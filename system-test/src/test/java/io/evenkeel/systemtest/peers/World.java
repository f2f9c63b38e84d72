package io.evenkeel.systemtest.peers;

import io.evenkeel.cli.demo.DemoDatabase;
import io.evenkeel.cli.demo.DemoWorld;
import io.evenkeel.systemtest.Api;
import io.evenkeel.systemtest.EvenkeelProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The demo's two databases and a real {@code evenkeel run} on them that tells an Alertmanager. */
final class World implements AutoCloseable {
    private final DemoWorld databases;
    private final EvenkeelProcess evenkeel;

    private World(DemoWorld databases, EvenkeelProcess evenkeel) {
        this.databases = databases;
        this.evenkeel = evenkeel;
    }

    /** @param alertmanager host:port */
    static World start(Path directory, String alertmanager) throws IOException, SQLException, InterruptedException {
        DemoWorld databases = DemoWorld.start();
        try {
            String settings = databases.settings(0).replace("alerter:\n", """
                    alerter:
                      object-series: 20
                      receivers:
                        oncall:
                          type: alertmanager
                          urls: [http://%s]
                    """.formatted(alertmanager));
            Path file = Files.writeString(directory.resolve("evenkeel.yaml"), settings);
            Map<String, String> passwords = databases.passwords();
            return new World(databases, EvenkeelProcess.start(passwords, "run", "--config", file.toString()));
        } catch (IOException | RuntimeException failed) {
            databases.close();
            throw failed;
        }
    }

    /** Runs a statement as the superuser of production, the target. */
    void inProduction(String sql) throws SQLException {
        DemoDatabase production = databases.databases().stream()
                .filter(database -> database.name().equals("production"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = production.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String address() {
        return "127.0.0.1:" + evenkeel.port();
    }

    /** What the running Evenkeel answers with status 200. */
    String page(String path) throws IOException, InterruptedException {
        try (Api api = new Api(evenkeel.port())) {
            return api.get(path);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            evenkeel.close();
        } finally {
            databases.close();
        }
    }
}
