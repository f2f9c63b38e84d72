package io.evenkeel.collector.redact;

import io.evenkeel.contract.catalog.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All secrets that are recognised in a text. */
final class Secrets {
    private static final List<Finder> FINDERS = List.of(
            new UrlPasswords(),
            new Assignments(),
            new SecretCalls(),
            new KnownForms(),
            new AuthorizationValues(),
            new PemBlocks(),
            new RandomLiterals());
    private static final int SHORTEST = 6;

    private Secrets() {}

    /** Where they stand, in order; what has been redacted already is no secret. */
    static List<Span> in(String text) {
        if (text.length() < SHORTEST || !mayHold(text)) {
            return List.of();
        }
        Haystack in = new Haystack(text);
        List<Span> found = new ArrayList<>();
        FINDERS.forEach(finder -> finder.find(in, found));
        NavigableMap<Integer, Redaction.Token> tokens = new TreeMap<>();
        if (!found.isEmpty()) {
            Redaction.tokens(text).forEach(token -> tokens.put(token.start(), token));
        }
        if (!tokens.isEmpty()) {
            found.removeIf(span -> isRedacted(span, tokens));
        }
        return Span.merged(found);
    }

    /** Every form has at least one of these; most names and types of a catalog have none. */
    private static boolean mayHold(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if ((character >= '0' && character <= '9') || "=:'\"$-".indexOf(character) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRedacted(Span span, NavigableMap<Integer, Redaction.Token> tokens) {
        return Stream.of(tokens.floorEntry(span.start()), tokens.floorEntry(span.end() - 1))
                .anyMatch(token -> token != null && isWithin(span, token.getValue()));
    }

    private static boolean isWithin(Span span, Redaction.Token token) {
        boolean overlap = span.start() < token.end() && token.start() < span.end();
        boolean around = span.start() <= token.start()
                && span.end() >= token.end()
                && span.end() - span.start() > token.end() - token.start();
        return overlap && !around;
    }
}
