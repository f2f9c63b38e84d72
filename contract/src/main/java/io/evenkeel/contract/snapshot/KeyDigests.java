package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.evenkeel.contract.catalog.ContentHash;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which keys a slice holds: of each the first 48 bits of its content hash. A reader that missed a tombstone, because the
 * topic was compacted while it was away, finds out what has to go.
 *
 * @param base64 six bytes a key, ascending
 */
public record KeyDigests(@JsonValue String base64) {
    /** More would not fit into a record. */
    static final int MOST = 80_000;

    private static final int BYTES = 6;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KeyDigests {
        if (Base64.getDecoder().decode(base64).length % BYTES != 0) {
            throw new IllegalArgumentException("expected base64 of " + BYTES + " bytes a key");
        }
    }

    /** Of keys as they are on the topic; empty for more than a record can hold. */
    public static Optional<KeyDigests> of(Stream<byte[]> keys) {
        long[] digests =
                keys.mapToLong(KeyDigests::digest).sorted().limit(MOST + 1L).toArray();
        if (digests.length > MOST) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(digests.length * BYTES);
        for (long digest : digests) {
            bytes.putShort((short) (digest >>> Integer.SIZE)).putInt((int) digest);
        }
        return Optional.of(new KeyDigests(Base64.getEncoder().encodeToString(bytes.array())));
    }

    /** The digest of one key. */
    public static long digest(byte[] key) {
        return ContentHash.of(key, new byte[0]).a() >>> (Long.SIZE - BYTES * Byte.SIZE);
    }

    /** The digests of all keys. */
    public Set<Long> digests() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
        Set<Long> digests = HashSet.newHashSet(bytes.remaining() / BYTES);
        while (bytes.remaining() >= BYTES) {
            digests.add((long) Short.toUnsignedInt(bytes.getShort()) << Integer.SIZE
                    | Integer.toUnsignedLong(bytes.getInt()));
        }
        return digests;
    }
}
