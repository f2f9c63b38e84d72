package io.evenkeel.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers whose values are UTF-8 text. */
public final class ByteHeaders {
    private ByteHeaders() {}

    public static Headers of(Map<String, String> headers) {
        RecordHeaders made = new RecordHeaders();
        headers.forEach((name, value) -> made.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return made;
    }

    /** The bytes of the last header of that name. */
    public static Optional<byte[]> get(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
    }
}
