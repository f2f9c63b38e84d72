package io.evenkeel.collector;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** There is no usable key for redaction, without which nothing may be published. */
final class RedactionKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedactionKeyException(Path file, IOException failed) {
        super(
                file + ": expected to read or to make the key for redaction, found "
                        + failed.getClass().getSimpleName()
                        + "; make the directory writable, or set redaction-key",
                failed);
    }

    RedactionKeyException(Path file, int characters, @Nullable Throwable cause) {
        super(
                file + ": expected 64 hexadecimal digits, found " + characters
                        + " characters that are none; restore the file, or remove it for a new key",
                cause);
    }
}
