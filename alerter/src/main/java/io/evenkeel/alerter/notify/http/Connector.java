package io.evenkeel.alerter.notify.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to what the guard allows, by way of a proxy and with TLS where they are wanted. */
public final class Connector {
    private final Guard guard;
    private final Duration connect;
    private final Duration read;

    /**
     * @param connect how long an address may take to answer
     * @param read how long the other side may be silent
     */
    public Connector(Guard guard, Duration connect, Duration read) {
        this.guard = guard;
        this.connect = connect;
        this.read = read;
    }

    Socket open(Target target) throws IOException {
        Network network = target.network();
        Socket plain = network.proxy().isPresent()
                ? proxied(target, network.proxy().get())
                : dial(target.host(), target.port(), network.allowPrivate());
        return target.secure() ? secured(plain, network.tls(), target.host(), target.port()) : plain;
    }

    /**
     * The proxy is where the settings say, and looks names up itself; an address in place of a name is checked here all
     * the same.
     */
    private Socket proxied(Target target, Network.Proxy proxy) throws IOException {
        if (literal(target.host())) {
            guard.addresses(target.host(), target.network().allowPrivate());
        }
        Socket socket = dial(proxy.host(), proxy.port(), true);
        if (target.secure()) {
            try {
                tunnel(socket, target, proxy);
            } catch (IOException refused) {
                socket.close();
                throw refused;
            }
        }
        return socket;
    }

    private static boolean literal(String host) {
        return host.contains(":") || host.matches("[0-9.]+|0[xX].*");
    }

    private static void tunnel(Socket socket, Target target, Network.Proxy proxy) throws IOException {
        String authority =
                (target.host().contains(":") ? "[" + target.host() + "]" : target.host()) + ":" + target.port();
        Map<String, String> headers = new TreeMap<>(Map.of("Host", authority));
        headers.putAll(authorization(proxy));
        Wire.write(socket.getOutputStream(), "CONNECT " + authority, headers, new byte[0]);
        // not buffered: what comes after the headers belongs to TLS
        int status = new Wire(socket.getInputStream()).head().status();
        if (status < 200 || status > 299) {
            throw new ProtocolException("the proxy answered " + status);
        }
    }

    static Map<String, String> authorization(Network.Proxy proxy) {
        return proxy.credentials()
                .map(credentials -> Map.of(
                        "Proxy-Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(credentials.reveal().getBytes(StandardCharsets.UTF_8))))
                .orElse(Map.of());
    }

    /** A plain connection. */
    public Socket dial(String host, int port, boolean allowPrivate) throws IOException {
        IOException last = new SocketTimeoutException("no address answers");
        for (InetAddress found : guard.addresses(host, allowPrivate)) {
            // with the name it was found by: nobody is to ask the address for another one
            InetAddress address = InetAddress.getByAddress(host, found.getAddress());
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), (int) connect.toMillis());
                socket.setSoTimeout((int) read.toMillis());
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException failed) {
                socket.close();
                last = failed;
            }
        }
        throw last;
    }

    /** The connection with TLS on it, to a server that shows a certificate for that host. */
    public static Socket secured(Socket plain, SSLSocketFactory tls, String host, int port) throws IOException {
        try {
            SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    static Wire wire(Socket socket) throws IOException {
        return new Wire(new BufferedInputStream(socket.getInputStream()));
    }
}
