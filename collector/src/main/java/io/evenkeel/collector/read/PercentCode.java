package io.evenkeel.collector.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as libpq does it: {@code +} stays {@code +}. */
final class PercentCode {
    private static final int HEX = 16;

    private PercentCode() {}

    /** Decodes; a message about the text shows it only if it is not {@code hidden}. */
    static String decode(String text, String what, boolean hidden) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] != '%') {
                bytes.write(encoded[at]);
                continue;
            }
            int high = at + 2 <= encoded.length - 1 ? Character.digit(encoded[at + 1], HEX) : -1;
            int low = at + 2 <= encoded.length - 1 ? Character.digit(encoded[at + 2], HEX) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw DatabaseUrl.wrong(
                        "two hexadecimal digits after each % in " + what,
                        hidden ? "others" : "'" + text + "'",
                        "write % itself as %25");
            }
            bytes.write(high * HEX + low);
            at += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
