package io.evenkeel.alerter.notify.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Posts over HTTP/1.1, each time on a new connection to an address that the {@link Guard} allowed; java.net.http would
 * look the name up by itself. Follows no redirect. Thread-safe.
 */
public final class Transport {
    private final Connector connector;
    private final Duration total;

    /** @param total from looking the name up to the end of the answer */
    public Transport(Guard guard, Duration connect, Duration total) {
        this.connector = new Connector(guard, connect, total);
        this.total = total;
    }

    /**
     * One POST.
     *
     * @param wantsBody whether the answer's body is of interest; otherwise it is not waited for
     * @throws java.net.SocketTimeoutException if it took longer than it may, however the receiver spread what it sent
     */
    public Response post(Target target, Map<String, String> headers, byte[] body, boolean wantsBody)
            throws IOException, InterruptedException {
        return Deadline.within(total, () -> exchange(target, headers, body, wantsBody));
    }

    private Response exchange(Target target, Map<String, String> headers, byte[] body, boolean wantsBody)
            throws IOException {
        try (Socket socket = connector.open(target)) {
            Optional<IOException> unwritten = write(socket, target, headers, body);
            try {
                Wire wire = Connector.wire(socket);
                Response head = wire.head();
                return wantsBody ? wire.withBody(head) : head;
            } catch (IOException unread) {
                unwritten.ifPresent(unread::addSuppressed);
                throw unread;
            }
        }
    }

    /** A receiver may answer and hang up before it has read everything: what it answered counts. */
    private static Optional<IOException> write(Socket socket, Target target, Map<String, String> headers, byte[] body) {
        boolean absolute = target.network().proxy().isPresent() && !target.secure();
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Host", target.authority());
        all.put("User-Agent", "evenkeel");
        all.put("Connection", "close");
        all.put("Content-Length", String.valueOf(body.length));
        if (absolute) {
            target.network().proxy().map(Connector::authorization).ifPresent(all::putAll);
        }
        String place = absolute ? "http://" + target.authority() + target.path() : target.path();
        try {
            Wire.write(socket.getOutputStream(), "POST " + place, all, body);
            return Optional.empty();
        } catch (IOException unwritten) {
            return Optional.of(unwritten);
        }
    }
}
