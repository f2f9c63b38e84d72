package io.evenkeel.systemtest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who is told; remembers every call. */
public final class WebhookReceiver implements AutoCloseable {
    /** One call, as it came. */
    public record Call(String id, String timestamp, String signature, String body) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    public WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                calls.add(new Call(
                        String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")),
                        String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                        String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature")),
                        new String(body, StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
