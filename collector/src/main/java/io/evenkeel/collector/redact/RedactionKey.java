package io.evenkeel.collector.redact;

import io.evenkeel.contract.catalog.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key under which redacted text is hashed: without it, nobody can try out what a hash may stand for. Immutable. */
public final class RedactionKey {
    /** Bytes of a key made by chance. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    // what is hashed for other ends must never give the same hash
    private static final String ID = "key";
    private static final String TEXT = "text";

    private final SecretKeySpec key;
    private final String id;

    private RedactionKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.id = hash(mac(), ID, "").substring(0, Redaction.KEY_DIGITS);
    }

    /** The key that these bytes make; not empty. */
    public static RedactionKey of(byte[] key) {
        return new RedactionKey(key);
    }

    /** A key that nobody has had before. */
    public static RedactionKey random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new RedactionKey(key);
    }

    /** Tells keys apart and says nothing of the key. */
    public String id() {
        return id;
    }

    /** Makes hashes under the key; for one thread. */
    final class Hasher {
        private final Mac mac = mac();

        /** What stands for the text, in hexadecimal digits. */
        String hash(String text) {
            return RedactionKey.hash(mac, TEXT, text).substring(0, Redaction.HASH_DIGITS);
        }
    }

    private static String hash(Mac mac, String purpose, String text) {
        mac.update((purpose + '\0').getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
