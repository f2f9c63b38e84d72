package io.evenkeel.collector.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names under which people keep secrets: {@code password}, {@code jwt_secret}, {@code apiKey} and their like. */
final class SecretNames {
    /** What such a name contains. */
    static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "credential",
            "authorization",
            "signature",
            "key",
            "pass",
            "sig");

    private static final String KEY = "key";
    private static final Set<String> WHOLE = Set.of("pass", "sig");
    private static final List<String> BEFORE_KEY = List.of(
            "api",
            "access",
            "private",
            "service",
            "role",
            "encryption",
            "encrypt",
            "decrypt",
            "crypto",
            "cipher",
            "aes",
            "signing",
            "signed",
            "master",
            "auth",
            "account",
            "anon",
            "hmac",
            "jwt",
            "license",
            "webhook",
            "admin",
            "client",
            "server",
            "ssh",
            "deploy",
            "bot",
            "stripe",
            "openai",
            "aws");
    /** A first or last word that makes of such a name one that tells something of the secret and not the secret. */
    private static final Set<String> HARMLESS = Set.of(
            "type",
            "count",
            "id",
            "ids",
            "name",
            "names",
            "url",
            "uri",
            "at",
            "ttl",
            "length",
            "len",
            "policy",
            "status",
            "state",
            "format",
            "limit",
            "limits",
            "hint",
            "kind",
            "scope",
            "scopes",
            "version",
            "algorithm",
            "encryption",
            "required",
            "enabled",
            "min",
            "max",
            "field",
            "column",
            "table",
            "label",
            "file",
            "path",
            "endpoint",
            "owner",
            "age",
            "attempts",
            "history",
            "is",
            "not",
            "for",
            "used",
            "usage",
            "index",
            "idx",
            "fkey",
            "pkey",
            "check",
            "constraint",
            "unique",
            "regex",
            "pattern",
            "reset",
            "hashed");

    private static final List<String> HARMLESS_STEMS =
            List.of("expir", "issue", "chang", "valid", "updat", "creat", "rotat", "revok");
    private static final int FURTHEST_BACK = 16;
    private static final int LONGEST = 64;

    private SecretNames() {}

    /** Whether a name as a whole is such a name. */
    static boolean isSecret(String name) {
        Haystack in = new Haystack(name);
        for (String word : WORDS) {
            for (int at = in.lower().indexOf(word); at >= 0; at = in.lower().indexOf(word, at + 1)) {
                if (end(in, word, at) == name.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the name ends in which the word stands; -1 if it is no such name. */
    static int end(Haystack in, String word, int at) {
        int wordEnd = at + word.length();
        if (word.equals(KEY) && !isKeyToSomething(in, at)) {
            return -1;
        }
        if (WHOLE.contains(word) && (Haystack.isLetter(in.at(at - 1)) || in.isWord(wordEnd))) {
            return -1;
        }
        int end = wordEnd;
        while (in.isWord(end) || (in.at(end) == '-' && Haystack.isLetter(in.at(end + 1)))) {
            end++;
            if (end - wordEnd > LONGEST) {
                return -1;
            }
        }
        return isHarmless(in.text().substring(wordEnd, end)) ? -1 : end;
    }

    private static boolean isKeyToSomething(Haystack in, int at) {
        int end = "_- .".indexOf(in.at(at - 1)) >= 0 ? at - 1 : at;
        String before = in.lower().substring(Math.max(0, end - FURTHEST_BACK), Math.max(0, end));
        return BEFORE_KEY.stream().anyMatch(before::endsWith);
    }

    private static boolean isHarmless(String rest) {
        String more = rest.startsWith("s") ? rest.substring(1) : rest;
        if (more.isEmpty()) {
            return false;
        }
        char first = more.charAt(0);
        if (first >= 'a' && first <= 'z') {
            return true;
        }
        String[] words = (first == '_' || first == '-' ? more.substring(1) : more)
                .toLowerCase(Locale.ROOT)
                .split("[_-]", -1);
        return HARMLESS.contains(words[0])
                || HARMLESS.contains(words[words.length - 1])
                || HARMLESS_STEMS.stream().anyMatch(words[0]::startsWith);
    }
}
