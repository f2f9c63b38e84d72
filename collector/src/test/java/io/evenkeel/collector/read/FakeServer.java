package io.evenkeel.collector.read;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Refuses every login with one SQLSTATE, as a server does that starts up or has no room. */
final class FakeServer implements AutoCloseable {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    private final ServerSocket listener;

    FakeServer(String state, String message) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> refuseAll(state, message));
    }

    int port() {
        return listener.getLocalPort();
    }

    private void refuseAll(String state, String message) {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                refuse(client, state, message);
            } catch (IOException closed) {
                // the client or this server has gone
            }
        }
    }

    private static void refuse(Socket client, String state, String message) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        int length = in.readInt();
        int request = in.readInt();
        while (request == SSL_REQUEST || request == GSS_REQUEST) {
            out.writeByte('N');
            length = in.readInt();
            request = in.readInt();
        }
        in.readNBytes(length - 8);
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (String field : new String[] {"SFATAL", "VFATAL", "C" + state, "M" + message}) {
            fields.write(field.getBytes(StandardCharsets.UTF_8));
            fields.write(0);
        }
        fields.write(0);
        out.writeByte('E');
        out.writeInt(fields.size() + 4);
        out.write(fields.toByteArray());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
