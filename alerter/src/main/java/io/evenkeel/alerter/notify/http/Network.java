package io.evenkeel.alerter.notify.http;

import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * How a receiver is reached: {@code allow-private}, {@code proxy} with {@code proxy-credentials}, {@code ca-file}.
 *
 * @param allowPrivate whether it may be on this machine or in a private network
 * @param tls who makes TLS connections of plain ones
 */
public record Network(boolean allowPrivate, Optional<Proxy> proxy, SSLSocketFactory tls) {
    /** @param credentials {@code user:password} */
    public record Proxy(String host, int port, Optional<Secret> credentials) {}

    /** Reads the keys from a receiver's settings. */
    public static Network read(Section receiver, boolean allowPrivateByDefault) {
        return new Network(receiver.truth("allow-private", allowPrivateByDefault), proxy(receiver), tls(receiver));
    }

    private static Optional<Proxy> proxy(Section receiver) {
        Optional<Secret> credentials = receiver.secret("proxy-credentials");
        Optional<String> text = receiver.text("proxy");
        Optional<Proxy> proxy = text.flatMap(address -> proxy(address, credentials));
        if (text.isPresent() && proxy.isEmpty()) {
            receiver.problem(
                    "proxy",
                    "an address such as http://proxy.example:3128",
                    "something else",
                    "user and password go into proxy-credentials");
        }
        return proxy;
    }

    private static Optional<Proxy> proxy(String address, Optional<Secret> credentials) {
        try {
            URI uri = new URI(address.strip());
            boolean usable = "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getRawUserInfo() == null;
            return usable ? Optional.of(new Proxy(uri.getHost(), uri.getPort(), credentials)) : Optional.empty();
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    /** A receiver's TLS: what the JVM trusts, or only what {@code ca-file} holds. */
    public static SSLSocketFactory tls(Section receiver) {
        Optional<Path> file = receiver.path("ca-file");
        try {
            return file.isPresent() ? Trust.in(file.get()) : Trust.byDefault();
        } catch (Trust.UnusableException unusable) {
            receiver.problem("ca-file", "certificates in PEM", String.valueOf(unusable.getMessage()), "");
            return Trust.byDefault();
        }
    }
}
