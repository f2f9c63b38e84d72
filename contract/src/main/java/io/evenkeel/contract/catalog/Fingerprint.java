package io.evenkeel.contract.catalog;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A fingerprint of a set of records that does not depend on their order and that follows each change in constant time:
 * the sum of the content hashes, in four lanes modulo 2^64.
 */
public record Fingerprint(long a, long b, long c, long d) {
    public static final Fingerprint EMPTY = new Fingerprint(0, 0, 0, 0);

    public Fingerprint plus(ContentHash hash) {
        return new Fingerprint(a + hash.a(), b + hash.b(), c + hash.c(), d + hash.d());
    }

    public Fingerprint minus(ContentHash hash) {
        return new Fingerprint(a - hash.a(), b - hash.b(), c - hash.c(), d - hash.d());
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(4 * Long.BYTES)
                        .putLong(a)
                        .putLong(b)
                        .putLong(c)
                        .putLong(d)
                        .array());
    }

    /** Reads 64 hexadecimal digits. */
    public static Fingerprint ofHex(String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new Fingerprint(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}
