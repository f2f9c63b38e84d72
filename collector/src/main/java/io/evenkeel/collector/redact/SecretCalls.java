package io.evenkeel.collector.redact;

import java.util.List;
import java.util.Optional;

/** Literals that are handed to functions which take a secret: {@code crypt}, {@code pgp_sym_encrypt}, {@code vault.create_secret}. */
final class SecretCalls implements Finder {
    private static final List<String> FUNCTIONS = List.of(
            "create_secret",
            "update_secret",
            "pgp_sym_encrypt",
            "pgp_sym_decrypt",
            "pgp_sym_encrypt_bytea",
            "pgp_sym_decrypt_bytea",
            "pgp_pub_decrypt",
            "pgp_pub_decrypt_bytea",
            "crypt",
            "hmac",
            "encrypt",
            "decrypt",
            "encrypt_iv",
            "decrypt_iv",
            "sign",
            "verify");
    private static final int LONGEST_CALL = 16_384;

    @Override
    public void find(Haystack in, List<Span> found) {
        for (String function : FUNCTIONS) {
            int from = in.lower().indexOf(function);
            while (from >= 0) {
                int end = from + function.length();
                while (in.at(end) == ' ') {
                    end++;
                }
                if (in.at(end) == '(' && !in.isWord(from - 1)) {
                    end = literals(in, end, function.endsWith("_secret"), found);
                }
                from = in.lower().indexOf(function, end);
            }
        }
    }

    /** Notes the literals, or only the first, of the call whose parenthesis opens there, and returns where it ends. */
    private static int literals(Haystack in, int open, boolean onlyFirst, List<Span> found) {
        int depth = 0;
        int at = open;
        int limit = Math.min(in.length(), open + LONGEST_CALL);
        while (at < limit) {
            char character = in.at(at);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            if (character == '\'' || character == '$') {
                Optional<Span> literal = Literals.at(in, at);
                literal.filter(span -> isSecret(in, span)).ifPresent(found::add);
                if (onlyFirst && literal.filter(span -> isSecret(in, span)).isPresent()) {
                    return literal.get().end();
                }
                at = literal.map(Span::end).orElse(at);
            }
            at++;
        }
        return Math.max(at, limit);
    }

    private static boolean isSecret(Haystack in, Span literal) {
        String text = in.lower().substring(literal.start(), literal.end());
        return !Words.isAlgorithm(text) && !text.contains("cipher-algo") && !Words.isUuid(text);
    }
}
