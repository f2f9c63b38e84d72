package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.runtime.http.AdminServer;
import io.evenkeel.runtime.http.HttpSettings;
import io.evenkeel.runtime.http.Meters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The console on a real server, and a client that asks it. */
final class ConsoleFixture implements AutoCloseable {
    private final Meters meters = new Meters();
    private final AdminServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    ConsoleFixture(Supplier<Board> board) {
        this(board, 0);
    }

    private ConsoleFixture(Supplier<Board> board, int port) {
        server = new AdminServer(new HttpSettings("127.0.0.1", port), meters, List.of(), config -> {
            new Console(board, true).routes(config);
            new HistoryRoutes(board, HistoryTest::versions).add(config);
        });
        server.start();
    }

    /** Serves the rich sample on the port that is named, for people who change how it looks. */
    public static void main(String... arguments) throws InterruptedException {
        Supplier<Board> board = arguments.length > 1 ? SampleBoard::empty : SampleBoard::rich;
        try (ConsoleFixture fixture = new ConsoleFixture(board, Integer.parseInt(arguments[0]))) {
            new CountDownLatch(1).await();
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        server.close();
        meters.close();
    }
}
