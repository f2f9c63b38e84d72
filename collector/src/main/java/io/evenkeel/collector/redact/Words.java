package io.evenkeel.collector.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What looks like a word of people's and what does not. */
final class Words {
    private static final Pattern PLAIN = Pattern.compile("[A-Z]?+[a-z]*+(?:[_. -]++[A-Za-z]?+[a-z]*+)*+|[A-Z_]++");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern NAME = Pattern.compile("[a-z]++[0-9]{0,2}+(?:[_.:/-][a-z]++[0-9]{0,2}+)++");
    private static final Set<String> ALGORITHMS = Set.of(
            "sha1",
            "sha224",
            "sha256",
            "sha384",
            "sha512",
            "md5",
            "aes",
            "bf",
            "des",
            "xdes",
            "hs256",
            "hs384",
            "hs512",
            "rs256",
            "aes-cbc",
            "aes-cbc/pad:pkcs",
            "aes-ecb",
            "3des",
            "cast5",
            "utf8",
            "hex",
            "base64",
            "escape");
    private static final int SHORTEST = 6;

    private Words() {}

    /** Whether it is made of words: letters without digits, signs or capitals in their midst. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** Whether it may be a secret: not short, not of words only, without spaces. */
    static boolean isSecretLike(String text) {
        return text.length() >= SHORTEST
                && text.chars().noneMatch(Character::isWhitespace)
                && !isPlain(text)
                && !NAME.matcher(text).matches()
                && !isAlgorithm(text.toLowerCase(Locale.ROOT))
                && !isUuid(text);
    }

    static boolean isAlgorithm(String lowerCase) {
        return ALGORITHMS.contains(lowerCase);
    }

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
