package io.evenkeel.collector.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Text as the bytes that the server has: in a database of encoding SQL_ASCII they need not be text in any encoding. A byte
 * that is no UTF-8 becomes a character from U+EF80 to U+EFFF, for private use, so that other bytes are other text.
 */
final class RawText {
    private static final int BYTE_80 = 0xEF80;
    private static final int HIGH_BITS = 0x7F;
    private static final char REPLACEMENT = '\uFFFD';

    private RawText() {}

    /** One column of a result; null where it is SQL's NULL. */
    static @Nullable String of(ResultSet row, int index) throws SQLException {
        byte[] bytes = row.getBytes(index);
        return bytes == null ? null : of(bytes);
    }

    static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : byteByByte(bytes);
    }

    private static String byteByByte(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, out, true);
        while (result.isError()) {
            for (int wrong = 0; wrong < result.length(); wrong++) {
                out.put((char) (BYTE_80 + (in.get() & HIGH_BITS)));
            }
            result = utf8.decode(in, out, true);
        }
        return out.flip().toString();
    }
}
