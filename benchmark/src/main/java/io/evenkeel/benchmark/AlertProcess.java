package io.evenkeel.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.evenkeel.embedded.EmbeddedKafka;
import io.evenkeel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One {@code evenkeel alert} as users start it, that tells a webhook here. */
final class AlertProcess implements AutoCloseable {
    static final String DATABASE = "postgres";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Process process;
    private final Path settings;
    private final Path log;
    private final HttpServer webhook;
    private final AtomicInteger messages;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest scrape;

    private AlertProcess(
            Process process, Path settings, Path log, HttpServer webhook, AtomicInteger messages, int port) {
        this.process = process;
        this.settings = settings;
        this.log = log;
        this.webhook = webhook;
        this.messages = messages;
        this.scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
    }

    /** Compares staging with production. */
    static AlertProcess start(EmbeddedPostgres server, EmbeddedKafka broker, String javaOptions) throws IOException {
        AtomicInteger messages = new AtomicInteger();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            messages.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
        int port = freePort();
        Path settings = settings(server, broker, port, webhook.getAddress().getPort());
        Path log = Files.createTempFile("evenkeel-benchmark-", ".log");
        ProcessBuilder builder = evenkeel(server, "alert", "--config", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("EVENKEEL_JAVA_OPTS", javaOptions);
        return new AlertProcess(builder.start(), settings, log, webhook, messages, port);
    }

    /** The command, which reads the password of the audit database from the environment. */
    static ProcessBuilder evenkeel(EmbeddedPostgres server, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("evenkeel.home"), "evenkeel").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AUDIT_PASSWORD", server.password());
        return builder;
    }

    private static Path settings(EmbeddedPostgres server, EmbeddedKafka broker, int port, int webhook)
            throws IOException {
        String yaml = """
                kafka: {bootstrap-servers: "%s", topic-prefix: %s, partitions: %d, replication-factor: 1}
                environments:
                  staging: {url: "postgresql://nobody@127.0.0.1/staging"}
                  production: {url: "postgresql://nobody@127.0.0.1/production"}
                comparisons: [{baseline: staging, target: production}]
                audit:
                  url: postgresql://%s@%s:%d/%s
                  password: ${env:AUDIT_PASSWORD}
                alerter:
                  listen: 127.0.0.1:%d
                  receivers:
                    hook: {type: webhook, url: "http://127.0.0.1:%d/", allow-private: true}
                """.formatted(
                        broker.bootstrapServers(),
                        AlertTopics.PREFIX,
                        AlertTopics.PARTITIONS,
                        server.user(),
                        server.host(),
                        server.port(),
                        DATABASE,
                        port,
                        webhook);
        return Files.writeString(Files.createTempFile("evenkeel-benchmark-", ".yaml"), yaml);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Path settings() {
        return settings;
    }

    int messages() {
        return messages.get();
    }

    Usage usage() throws IOException {
        // the launcher becomes the Java machine
        return Usage.of(process.pid());
    }

    String metrics() throws IOException, InterruptedException {
        return client.send(scrape, BodyHandlers.ofString()).body();
    }

    /** Something that is so some time. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits for it, and refuses to go on if the process ends or it takes too long. */
    void await(Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("the alerter ended or did not come to an end, see " + log);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        webhook.stop(0);
        client.close();
        System.err.println("settings and log of the alerter: " + settings + " " + log);
    }
}
