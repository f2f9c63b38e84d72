package io.evenkeel.collector.read;

/**
 * Where a server listens.
 *
 * @param host name or address; an IPv6 address without brackets
 */
public record HostPort(String host, int port) {
    static final int DEFAULT_PORT = 5432;

    boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
