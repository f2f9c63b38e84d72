package io.evenkeel.collector.publish;

import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps records below what a broker takes: of a value that is too long, its beginning, its length and its SHA-256 are
 * kept. Equal values stay equal, others differ. The carried attribute {@code oversized} names what was cut.
 */
final class Oversize {
    /** Of one value: what is longer helps nobody who reads a difference. */
    static final int LARGEST_VALUE = 64 * 1024;

    /** Below the broker's usual limit of 1 MiB, with room for headers and for escapes in JSON. */
    static final int LIMIT = 900 * 1024;

    private static final String FLAG = "oversized";
    private static final int HEAD = 1024;
    private static final int LONGEST_NAME = 4096;
    // a control character takes six bytes in JSON, as \\u0001
    private static final int WORST_ESCAPE = 6;
    // two quotation marks and a comma
    private static final int QUOTES = 3;

    private Oversize() {}

    static CatalogObject cut(CatalogObject object) {
        CatalogObject named = withShortNames(object);
        if (fits(named)) {
            return named;
        }
        SortedMap<String, Value> compared = new TreeMap<>(named.compared().values());
        SortedMap<String, Value> carried = new TreeMap<>(named.carried().values());
        List<String> cut = new ArrayList<>();
        CatalogObject smaller = named;
        while (!fits(smaller) && cutLongest(List.of(compared, carried), cut)) {
            SortedMap<String, Value> flagged = new TreeMap<>(carried);
            flagged.put(FLAG, new Value.TextList(cut.stream().sorted().toList()));
            smaller = new CatalogObject(
                    named.key(), named.root(), named.parent(), Attributes.of(compared), Attributes.of(flagged));
        }
        return smaller;
    }

    private static boolean fits(CatalogObject object) {
        return size(object) <= LIMIT
                && Stream.of(object.compared(), object.carried())
                        .flatMap(attributes -> attributes.list().stream())
                        .allMatch(value -> size(value) <= LARGEST_VALUE);
    }

    private static boolean cutLongest(List<SortedMap<String, Value>> maps, List<String> cut) {
        Optional<Map.Entry<String, Value>> longest = maps.stream()
                .flatMap(map -> map.entrySet().stream())
                .max(Comparator.comparingLong(entry -> size(entry.getValue())));
        if (longest.isEmpty() || size(longest.get().getValue()) <= HEAD * WORST_ESCAPE) {
            return false;
        }
        cut.add(longest.get().getKey());
        Value shortened = new Value.Text(shorten(text(longest.get().getValue())));
        maps.forEach(map -> map.computeIfPresent(
                longest.get().getKey(),
                (name, value) -> value.equals(longest.get().getValue()) ? shortened : value));
        return true;
    }

    private static CatalogObject withShortNames(CatalogObject object) {
        if (object.key().identity().stream().allMatch(name -> name.length() <= LONGEST_NAME)) {
            return object;
        }
        return new CatalogObject(
                new ObjectKey(object.key().kind(), shortNames(object.key().identity())),
                shortNames(object.root()),
                object.parent().map(parent -> new ObjectKey(parent.kind(), shortNames(parent.identity()))),
                object.compared(),
                object.carried());
    }

    private static List<String> shortNames(List<String> names) {
        return names.stream()
                .map(name -> name.length() <= LONGEST_NAME ? name : shorten(name))
                .toList();
    }

    private static String shorten(String text) {
        int end = Character.isHighSurrogate(text.charAt(HEAD - 1)) ? HEAD - 1 : HEAD;
        List<Redaction.Token> tokens = Redaction.tokens(text);
        for (Redaction.Token token : tokens) {
            end = token.start() < end && token.end() > end ? token.start() : end;
        }
        return text.substring(0, end) + " ... (" + text.length() + " characters, " + digest(text, tokens) + ")";
    }

    /** Where the text holds tokens, what tells it apart says under which key they were made. */
    private static String digest(String text, List<Redaction.Token> tokens) {
        String hash = ContentHash.hex(text.getBytes(StandardCharsets.UTF_8));
        return tokens.isEmpty()
                ? "SHA-256 " + hash
                : Redaction.secret(tokens.getFirst().key(), hash.substring(0, Redaction.HASH_DIGITS));
    }

    private static String text(Value value) {
        return value instanceof Value.TextList list ? String.join("\n", list.items()) : String.valueOf(value.json());
    }

    private static long size(CatalogObject object) {
        return size(object.compared()) + size(object.carried());
    }

    private static long size(Attributes attributes) {
        return attributes.values().entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + size(entry.getValue()))
                .sum();
    }

    /** Bytes in JSON, or a few more. */
    private static long size(Value value) {
        return switch (value) {
            case Value.Text text -> size(text.text());
            case Value.TextList list ->
                list.items().stream().mapToLong(Oversize::size).sum();
            case Value.Int number -> Long.BYTES;
            case Value.Decimal number -> number.number().precision();
            case Value.Bool truth -> Long.BYTES;
            case Value.Null none -> Long.BYTES;
        };
    }

    private static long size(String text) {
        return QUOTES + text.chars().mapToLong(Oversize::bytes).sum();
    }

    private static long bytes(int character) {
        if (character < ' ') {
            return WORST_ESCAPE;
        }
        if (character == '"' || character == '\\') {
            return 2;
        }
        return character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
    }
}
