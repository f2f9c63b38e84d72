package io.evenkeel.alerter.notify.http;

import java.net.URI;

/**
 * Where to post to. Its text shows scheme, host and port only, since the path of a webhook is a secret.
 *
 * @param uri absolute, HTTP or HTTPS
 */
public record Target(URI uri, Network network) {
    /** The same host and network, with this after the path; a slash in between is seen to. */
    public Target below(String path) {
        String base = uri.getRawPath() == null ? "" : uri.getRawPath();
        String joined = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/" + path;
        return new Target(uri.resolve(joined), network);
    }

    /** Scheme, host and port: what may be told. */
    public String shown() {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Without the brackets that an IPv6 address has in a URI. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return secure() ? 443 : 80;
    }

    String authority() {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    String path() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return shown();
    }
}
