package io.evenkeel.alerter.notify.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where an address lies, by the registries of special addresses and what the clouds publish about their own. */
enum Zone {
    PUBLIC,
    /** This machine, private networks, and ranges that are routed nowhere. */
    PRIVATE,
    /** Link-local, multicast, unspecified, and the metadata services of clouds: no receiver is ever there. */
    FORBIDDEN;

    private static final List<Range> NEVER = ranges(
            "0.0.0.0/8",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.192/32",
            "224.0.0.0/3",
            "::/128",
            "fe80::/10",
            "ff00::/8",
            "fd00:ec2::/32",
            "fd20:ce::/32");

    private static final List<Range> INSIDE = ranges(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "::1/128",
            "64:ff9b:1::/48",
            "100::/64",
            "2001:db8::/32",
            "fc00::/7",
            "fec0::/10");

    /** Addresses of IPv6 that mean one of IPv4, and from which byte on. */
    private enum Wrapper {
        COMPATIBLE("::/96", 12),
        TRANSLATED("64:ff9b::/96", 12),
        SIX_TO_FOUR("2002::/16", 2);

        private final Range range;
        private final int offset;

        Wrapper(String range, int offset) {
            this.range = Range.of(range);
            this.offset = offset;
        }
    }

    private record Range(List<Byte> prefix, int bits) {
        static Range of(String text) {
            int slash = text.indexOf('/');
            byte[] prefix = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Range(bytes(prefix), Integer.parseInt(text.substring(slash + 1)));
        }

        private static List<Byte> bytes(byte[] array) {
            Byte[] boxed = new Byte[array.length];
            Arrays.setAll(boxed, i -> array[i]);
            return List.of(boxed);
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ prefix.get(bit / 8)) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Range> ranges(String... texts) {
        return Stream.of(texts).map(Range::of).toList();
    }

    static Zone of(InetAddress address) {
        return of(address.getAddress());
    }

    private static Zone of(byte[] address) {
        if (NEVER.stream().anyMatch(range -> range.holds(address))) {
            return FORBIDDEN;
        }
        if (INSIDE.stream().anyMatch(range -> range.holds(address))) {
            return PRIVATE;
        }
        return Stream.of(Wrapper.values())
                .filter(wrapper -> wrapper.range.holds(address))
                .findFirst()
                .map(wrapper -> of(Arrays.copyOfRange(address, wrapper.offset, wrapper.offset + 4)))
                .orElse(PUBLIC);
    }
}
