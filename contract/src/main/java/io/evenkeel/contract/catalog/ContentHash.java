package io.evenkeel.contract.catalog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a record's key and value as they are on the wire, so that anybody can recompute it.
 *
 * @param a the first eight bytes, big-endian; {@code b}, {@code c} and {@code d} follow
 */
public record ContentHash(long a, long b, long c, long d) {
    /** Hashes the key's length, the key and the value. */
    public static ContentHash of(byte[] key, byte[] value) {
        MessageDigest sha = sha256();
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(key.length).flip());
        sha.update(key);
        sha.update(value);
        return ofBytes(sha.digest());
    }

    /** Reads what {@link #bytes()} gives. */
    public static ContentHash ofBytes(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new ContentHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** The 32 bytes of the hash. */
    public byte[] bytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    /** SHA-256 of the bytes, as 64 hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
