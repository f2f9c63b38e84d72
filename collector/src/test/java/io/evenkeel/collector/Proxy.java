package io.evenkeel.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A TCP address behind which the server can be exchanged, be slow, or never answer. */
final class Proxy implements AutoCloseable {
    private static final int NOWHERE = -1;

    private final ServerSocket listener;
    private final Duration delay;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    private Proxy(int target, Duration delay) {
        this.target = target;
        this.delay = delay;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Hands everything on to that port of this machine. */
    static Proxy to(int port) {
        return new Proxy(port, Duration.ZERO);
    }

    /** Waits before it hands anything on. */
    static Proxy slow(int port, Duration delay) {
        return new Proxy(port, delay);
    }

    /** Accepts connections and never answers. */
    static Proxy blackHole() {
        return new Proxy(NOWHERE, Duration.ZERO);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends all connections; new ones go to that port. */
    void moveTo(int port) {
        target = port;
        open.forEach(Proxy::end);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                if (target != NOWHERE) {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(server);
                    Thread.ofVirtual().start(() -> pump(client, server));
                    Thread.ofVirtual().start(() -> pump(server, client));
                }
            } catch (IOException refused) {
                open.forEach(Proxy::end);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                LockSupport.parkNanos(delay.toNanos());
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // the other end learns of it below
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        open.forEach(Proxy::end);
    }
}
