package io.evenkeel.contract.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens that stand for what must not leave the place where it was read: {@code [redacted a1b2c3:0123456789abcdef]}
 * for a secret within a text, {@code [hash-only a1b2c3:0123456789abcdef 1234 characters]} for a whole text. Before the
 * colon stands the id of the key, after it 64 bits of a keyed hash of what it stands for: equal tokens stand for equal
 * texts, different tokens of one key for different ones, and tokens of different keys say nothing of each other.
 */
public final class Redaction {
    /** Hexadecimal digits of a key's id. */
    public static final int KEY_DIGITS = 6;

    /** Hexadecimal digits of a hash. */
    public static final int HASH_DIGITS = 16;

    private static final String SECRET = "[redacted ";
    private static final String WHOLE = "[hash-only ";
    private static final Pattern TOKEN =
            Pattern.compile("\\[(?:redacted|hash-only) ([0-9a-f]{%d}):([0-9a-f]{%d})(?<size> [0-9]{1,10} characters)?]"
                    .formatted(KEY_DIGITS, HASH_DIGITS));

    private Redaction() {}

    /**
     * One token in a text.
     *
     * @param start where it begins
     * @param end behind its last character
     * @param key the id of the key
     * @param hash of what it stands for
     * @param whole whether it stands for a whole text
     */
    public record Token(int start, int end, String key, String hash, boolean whole) {}

    /** The token for a secret. */
    public static String secret(String key, String hash) {
        return SECRET + key + ":" + hash + "]";
    }

    /** The token for a whole text of that many characters. */
    public static String whole(String key, String hash, int characters) {
        return WHOLE + key + ":" + hash + " " + characters + " characters]";
    }

    /** The tokens of a text, in their order. */
    public static List<Token> tokens(String text) {
        if (!text.contains(SECRET) && !text.contains(WHOLE)) {
            return List.of();
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            boolean whole = matcher.group("size") != null;
            if (whole == text.startsWith(WHOLE, matcher.start())) {
                tokens.add(new Token(matcher.start(), matcher.end(), matcher.group(1), matcher.group(2), whole));
            }
        }
        return List.copyOf(tokens);
    }

    /**
     * Whether two different values cannot be told apart: they are the same but for tokens made by different keys, or
     * only one of them is hidden as a whole.
     */
    public static boolean sameButForKeys(Value one, Value other) {
        if (one instanceof Value.TextList ours && other instanceof Value.TextList theirs) {
            return sameButForKeys(ours.items(), theirs.items());
        }
        return one instanceof Value.Text ours
                && other instanceof Value.Text theirs
                && sameButForKeys(ours.text(), theirs.text());
    }

    private static boolean sameButForKeys(List<String> ours, List<String> theirs) {
        if (ours.size() != theirs.size() || ours.equals(theirs)) {
            return false;
        }
        for (int at = 0; at < ours.size(); at++) {
            if (!ours.get(at).equals(theirs.get(at)) && !sameButForKeys(ours.get(at), theirs.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameButForKeys(String ours, String theirs) {
        List<Token> our = tokens(ours);
        List<Token> their = tokens(theirs);
        if (hidden(ours, our) != hidden(theirs, their)) {
            return true;
        }
        if (our.size() != their.size() || !without(ours, our).equals(without(theirs, their))) {
            return false;
        }
        boolean keysDiffer = false;
        for (int at = 0; at < our.size(); at++) {
            boolean sameKey = our.get(at).key().equals(their.get(at).key());
            if (sameKey && !our.get(at).hash().equals(their.get(at).hash())) {
                return false;
            }
            keysDiffer |= !sameKey;
        }
        return keysDiffer;
    }

    private static boolean hidden(String text, List<Token> tokens) {
        return tokens.size() == 1
                && tokens.getFirst().whole()
                && tokens.getFirst().end() - tokens.getFirst().start() == text.length();
    }

    /** The pieces between the tokens, and the sizes within them. */
    private static List<String> without(String text, List<Token> tokens) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (Token token : tokens) {
            pieces.add(text.substring(from, token.start()));
            int hash = text.indexOf(token.hash(), token.start());
            pieces.add(text.substring(hash + HASH_DIGITS, token.end()));
            from = token.end();
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
