package io.evenkeel.systemtest.peers;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of another project on a free loopback port, from its start to the end of the test. */
final class Peer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Peer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Prometheus with this configuration; what it keeps goes into the directory. */
    static Peer prometheus(Path directory, String configuration) throws IOException {
        int port = freePort();
        Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
        return started(
                Program.named("prometheus"),
                directory.resolve("prometheus.log"),
                port,
                List.of(
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port));
    }

    /** Alertmanager with this configuration; what it keeps goes into the directory. */
    static Peer alertmanager(Path directory, Path configuration) throws IOException {
        int port = freePort();
        return started(
                Program.named("prometheus-alertmanager"),
                directory.resolve("alertmanager.log"),
                port,
                List.of(
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="));
    }

    private static Peer started(Program program, Path log, int port, List<String> arguments) throws IOException {
        Peer peer = new Peer(program.start(log, arguments), log, port);
        try {
            await().atMost(START).pollInterval(Duration.ofMillis(100)).until(peer::isReady);
        } catch (RuntimeException notReady) {
            String said = peer.log();
            peer.close();
            throw new AssertionError("not ready after " + START.toSeconds() + " s: " + said, notReady);
        }
        return peer;
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("it ended with " + process.exitValue() + ": " + log());
        }
        try {
            return send("/-/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** The answer, whatever its status: both servers say in JSON what was wrong. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(path).body());
    }

    /** Prometheus' answer to an instant query. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        return json("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + address() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
