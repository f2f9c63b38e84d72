package io.evenkeel.alerter.notify.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on this machine that misbehaves as it is told, mail by mail; it can change to TLS. */
final class SmtpFixture implements AutoCloseable {
    /** How a mail is answered: at its sender, or not even with a greeting. */
    enum Manner {
        TAKES("250 ok"),
        NOT_NOW("451 4.3.0 s3cret trouble"),
        NEVER("550 5.7.1 s3cret refusal"),
        HANGS("");

        private final String atSender;

        Manner(String atSender) {
            this.atSender = atSender;
        }
    }

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Optional<SSLContext> tls;
    private final ServerSocket server;

    SmtpFixture(Optional<SSLContext> tls) {
        this.tls = tls;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void next(Manner manner) {
        manners.add(manner);
    }

    /** What came as data, without the dots that SMTP doubles. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    List<String> commands() {
        return List.copyOf(commands);
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
        Manner manner = Optional.ofNullable(manners.poll()).orElse(Manner.TAKES);
        try (socket) {
            if (manner == Manner.HANGS) {
                closing.await();
            }
            say(socket, "220 fixture");
            talk(socket, manner, tls.isPresent());
        } catch (IOException gone) {
            // the other side has had enough, which is what these tests want
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket socket, Manner manner, boolean offersTls) throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            commands.add(line);
            String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (word) {
                case "EHLO" -> say(socket, offersTls ? "250-fixture\r\n250 STARTTLS" : "250 fixture");
                case "STARTTLS" -> {
                    say(socket, "220 go");
                    talk(changed(socket), manner, false);
                    return;
                }
                case "MAIL" -> say(socket, manner.atSender);
                case "RCPT" -> say(socket, line.contains("nobody") ? "550 5.1.1 unknown" : "250 ok");
                case "DATA" -> {
                    say(socket, "354 go");
                    mails.add(data(input));
                    say(socket, "250 taken");
                }
                default -> say(socket, "250 ok");
            }
        }
    }

    private Socket changed(Socket socket) throws IOException {
        SSLSocket changed = (SSLSocket)
                tls.orElseThrow().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        changed.setUseClientMode(false);
        changed.startHandshake();
        return changed;
    }

    private static String data(BufferedReader input) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = input.readLine(); line != null && !line.equals("."); line = input.readLine()) {
            data.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
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
