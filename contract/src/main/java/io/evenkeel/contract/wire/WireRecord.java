package io.evenkeel.contract.wire;

import java.util.Map;
import java.util.Optional;

/**
 * A record as Kafka takes it, without Kafka's classes.
 *
 * @param value empty: a tombstone
 * @param headers CloudEvents attributes in binary mode ({@code ce_...}), and the root's names
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the network; nobody compares these records
public record WireRecord(byte[] key, Optional<byte[]> value, Map<String, String> headers) {
    public WireRecord {
        headers = Map.copyOf(headers);
    }
}
