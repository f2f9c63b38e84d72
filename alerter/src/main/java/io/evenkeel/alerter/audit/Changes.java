package io.evenkeel.alerter.audit;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which object versions begin with a snapshot, and which objects end: it names the row that is missing, or too many, where
 * a fingerprint only says that one is.
 *
 * @param marks what {@link StoredObject#mark()} says of the version, by the beginning of its key's hash; zero: the object ends
 */
record Changes(SortedMap<Long, Long> marks) {
    static final long END = 0;
    private static final int ENTRY = 2 * Long.BYTES;

    static Changes none() {
        return new Changes(new TreeMap<>());
    }

    static Changes of(byte[] bytes) {
        Changes changes = none();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.remaining() >= ENTRY) {
            changes.marks.put(buffer.getLong(), buffer.getLong());
        }
        return changes;
    }

    void begins(byte[] keyHash, long mark) {
        marks.put(Sha256.prefix(keyHash), mark);
    }

    /** Unless another version begins. */
    void ends(byte[] keyHash) {
        marks.putIfAbsent(Sha256.prefix(keyHash), END);
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(marks.size() * ENTRY);
        for (Map.Entry<Long, Long> entry : marks.entrySet()) {
            buffer.putLong(entry.getKey()).putLong(entry.getValue());
        }
        return buffer.array();
    }
}
