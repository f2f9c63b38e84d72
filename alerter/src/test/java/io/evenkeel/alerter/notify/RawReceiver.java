package io.evenkeel.alerter.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A receiver that speaks as it is told, byte by byte, whatever the protocol would want. */
public final class RawReceiver implements AutoCloseable {
    /** What is done with a connection whose request has come. */
    public interface Behaviour {
        void answer(OutputStream output) throws IOException, InterruptedException;
    }

    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;
    private final ServerSocket server;

    public RawReceiver(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers with that text and hangs up. */
    public static RawReceiver saying(String answer) {
        return new RawReceiver(output -> output.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Says that, and then a byte now and then, for ever. */
    public static RawReceiver dripping(String beginning) {
        CountDownLatch never = new CountDownLatch(1);
        return new RawReceiver(output -> {
            output.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                output.write('x');
            }
        });
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The beginnings of the requests, up to the empty line. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            heads.add(head(socket.getInputStream()));
            behaviour.answer(socket.getOutputStream());
        } catch (IOException gone) {
            // the other side has had enough, which is what these tests want
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
