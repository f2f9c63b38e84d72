package io.evenkeel.collector;

import io.evenkeel.collector.redact.RedactionKey;
import io.evenkeel.runtime.settings.DataDirectory;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the key for redaction comes from: {@code redaction-key} of the settings, usually {@code ${file:/path}}, else a
 * file in the data directory that is made once.
 *
 * @param given by the settings
 * @param file that holds the key otherwise
 */
public record RedactionKeySource(Optional<RedactionKey> given, Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(RedactionKeySource.class);
    private static final int SHORTEST = 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static RedactionKeySource from(Section root) {
        Optional<Secret> given = root.secret("redaction-key");
        if (given.filter(key -> key.reveal().strip().length() < SHORTEST).isPresent()) {
            root.problem(
                    "redaction-key",
                    "at least " + SHORTEST + " characters",
                    "fewer",
                    "make one with 'openssl rand -hex 32'");
        }
        return new RedactionKeySource(
                given.map(key -> RedactionKey.of(key.reveal().strip().getBytes(StandardCharsets.UTF_8))),
                DataDirectory.of(root).resolve("redaction-key"));
    }

    /** The key; it is made, and its file written, if there is none yet. */
    RedactionKey load() {
        if (given.isPresent()) {
            return given.get();
        }
        try {
            return Files.exists(file) ? read() : create();
        } catch (IOException failed) {
            throw new RedactionKeyException(file, failed);
        }
    }

    private RedactionKey read() throws IOException {
        String text = Files.readString(file).strip();
        try {
            byte[] key = HexFormat.of().parseHex(text);
            if (key.length == RedactionKey.BYTES) {
                warnIfOthersMayRead();
                return RedactionKey.of(key);
            }
        } catch (IllegalArgumentException notHexadecimal) {
            throw new RedactionKeyException(file, text.length(), notHexadecimal);
        }
        throw new RedactionKeyException(file, text.length(), null);
    }

    private void warnIfOthersMayRead() throws IOException {
        if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("others may read or write {}: expected mode 600; run chmod 600 {}", file, file);
        }
    }

    private RedactionKey create() throws IOException {
        byte[] bytes = new byte[RedactionKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileAttribute<?>[] attributes = posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes) + "\n"));
        }
        RedactionKey key = RedactionKey.of(bytes);
        LOG.info(
                "made {} in {}: a collector elsewhere needs a copy, or redaction-key in its settings, to be compared in full",
                key,
                file);
        return key;
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
