package io.evenkeel.alerter.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a row of the chain hangs on the one before. */
final class Link {
    private Link() {}

    /** SHA-256 over the hash before, number, reference and time (microseconds since 1970), subject and content of a row. */
    static byte[] hash(byte[] before, long number, String subject, long ref, byte[] content, Instant madeAt) {
        return Sha256.of(
                before,
                ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(number)
                        .putLong(ref)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, madeAt))
                        .array(),
                subject.getBytes(StandardCharsets.UTF_8),
                content);
    }
}
