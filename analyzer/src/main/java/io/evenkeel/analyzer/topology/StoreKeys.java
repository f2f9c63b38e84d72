package io.evenkeel.analyzer.topology;

import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the state stores: JSON arrays, so that the first elements of a key are a prefix of its bytes and no name can
 * be taken for two.
 */
final class StoreKeys {
    private StoreKeys() {}

    static Bytes key(Object... parts) {
        return Bytes.wrap(Json.bytes(List.of(parts)));
    }

    /** What all keys start with that have these elements and more. */
    static Bytes prefix(Object... parts) {
        byte[] array = Json.bytes(List.of(parts));
        array[array.length - 1] = ',';
        return Bytes.wrap(array);
    }

    /** A prefix and one element that is JSON already. */
    static Bytes join(Bytes prefix, byte[] json) {
        byte[] start = prefix.get();
        return Bytes.wrap(ByteBuffer.allocate(start.length + json.length + 1)
                .put(start)
                .put(json)
                .put((byte) ']')
                .array());
    }

    /** The element that {@link #join} put behind the prefix. */
    static byte[] rest(Bytes key, Bytes prefix) {
        byte[] all = key.get();
        int start = prefix.get().length;
        byte[] rest = new byte[all.length - start - 1];
        System.arraycopy(all, start, rest, 0, rest.length);
        return rest;
    }

    /** The names in a key's element that is a list, such as a root. */
    static List<String> names(Bytes key, int element) {
        if (read(key.get(), Object[].class)[element] instanceof List<?> names) {
            return names.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("expected names in element " + element + " of the state's key " + key);
    }

    /** Reads what this analyzer wrote into its own state. */
    static <T> T read(byte[] json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (MalformedRecordException corrupt) {
            throw new IllegalStateException(
                    "the analyzer's state is not readable: reset the application, it reads the topics again", corrupt);
        }
    }
}
