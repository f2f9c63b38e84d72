package io.evenkeel.alerter.notify.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the addresses of a host, once, and refuses those that a receiver may not have. Who connects must connect to
 * what this returns, and not look the name up again: the answer may be another one by then.
 */
public final class Guard {
    /** Looks names up. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    public Guard() {
        this(host -> List.of(InetAddress.getAllByName(host)));
    }

    Guard(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * All addresses of that host.
     *
     * @throws RefusedAddressException if one of them is not allowed
     * @throws UnknownHostException if there is none
     */
    public List<InetAddress> addresses(String host, boolean allowPrivate) throws IOException {
        List<InetAddress> addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            check(host, address, allowPrivate);
        }
        return addresses;
    }

    private static void check(String host, InetAddress address, boolean allowPrivate) throws RefusedAddressException {
        String place = host + " has the address " + address.getHostAddress();
        switch (Zone.of(address)) {
            case PUBLIC -> {}
            case PRIVATE -> {
                if (!allowPrivate) {
                    throw new RefusedAddressException(place + ", which is of this machine or of a private network; if"
                            + " the receiver belongs there, set its allow-private: true");
                }
            }
            case FORBIDDEN ->
                throw new RefusedAddressException(place + ", which is link-local, multicast or a cloud's metadata"
                        + " service: no receiver may be there; correct the receiver's host or its DNS record");
        }
    }
}
