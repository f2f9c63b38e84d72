package io.evenkeel.collector.redact;

import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Replaces secrets by tokens that still show change. What has been redacted stays as it is. Immutable. */
public final class Redactor {
    private static final Pattern ONLY_A_CAST = Pattern.compile("'(?:::[^']*+)?+");

    private final RedactionKey key;
    private final Definitions definitions;

    public Redactor(RedactionKey key, Definitions definitions) {
        this.key = key;
        this.definitions = definitions;
    }

    /**
     * The value without the secrets that are recognised in it.
     *
     * @param object the name of what has the value: a literal that {@code api_key} has is a secret
     */
    public Value value(Value value, String object) {
        return value instanceof Value.TextList list ? listed(list) : texts(value, text -> text(text, object));
    }

    /** Whether what becomes of the value may be otherwise for an object of another name. */
    public static boolean dependsOnObject(Value value) {
        return value instanceof Value.Text text && text.text().startsWith("'");
    }

    /** In a list, a secret may stand behind its name. */
    private Value listed(Value.TextList list) {
        List<String> redacted = new ArrayList<>();
        String before = "";
        for (String item : list.items()) {
            boolean named = Words.isSecretLike(item) && !isToken(item) && SecretNames.isSecret(before);
            redacted.add(named ? secret(item) : text(item));
            before = item;
        }
        return new Value.TextList(redacted);
    }

    /** What people wrote: without the secrets that are recognised in it or, as the settings have it, only its hash. */
    public Value definition(Value value, String object) {
        return definitions == Definitions.TEXT ? value(value, object) : texts(value, this::whole);
    }

    /**
     * The value of options, hidden unless they are known to hold no secret.
     *
     * @param object the name of the option, where the value is a text; the items of a list are {@code name=value}
     * @param shown the names of the options that may be shown
     */
    public Value options(Value value, String object, Set<String> shown) {
        return switch (value) {
            case Value.Text text -> shown.contains(object) ? value(value, object) : new Value.Text(secret(text.text()));
            case Value.TextList list ->
                new Value.TextList(
                        list.items().stream().map(item -> option(item, shown)).toList());
            case Value.Int number ->
                shown.contains(object)
                        ? value
                        : new Value.Text(secret(number.json().toString()));
            case Value.Decimal number ->
                shown.contains(object)
                        ? value
                        : new Value.Text(secret(number.json().toString()));
            case Value.Bool truth -> value;
            case Value.Null none -> value;
        };
    }

    private String option(String item, Set<String> shown) {
        int equals = item.indexOf('=');
        String name = item.substring(0, Math.max(equals, 0));
        if (equals > 0 && shown.contains(name)) {
            return text(item);
        }
        return item.substring(0, equals + 1) + secret(item.substring(equals + 1));
    }

    private String text(String text, String object) {
        if (text.startsWith("'") && SecretNames.isSecret(object)) {
            Optional<Span> literal = Literals.at(new Haystack(text), 0);
            if (literal.filter(span ->
                            ONLY_A_CAST.matcher(text.substring(span.end())).matches())
                    .isPresent()) {
                return "'" + secret(text.substring(1, literal.get().end()))
                        + text.substring(literal.get().end());
            }
        }
        return text(text);
    }

    /** The text without the secrets that are recognised in it. */
    public String text(String text) {
        List<Span> secrets = Secrets.in(text);
        if (secrets.isEmpty()) {
            return text;
        }
        RedactionKey.Hasher hasher = key.new Hasher();
        Map<String, String> tokens = new HashMap<>();
        StringBuilder redacted = new StringBuilder(text.length());
        int from = 0;
        for (Span secret : secrets) {
            String token = tokens.computeIfAbsent(
                    text.substring(secret.start(), secret.end()),
                    found -> Redaction.secret(key.id(), hasher.hash(found)));
            redacted.append(text, from, secret.start()).append(token);
            from = secret.end();
        }
        return redacted.append(text, from, text.length()).toString();
    }

    private String secret(String text) {
        return isToken(text) ? text : Redaction.secret(key.id(), key.new Hasher().hash(text));
    }

    private String whole(String text) {
        return isToken(text) ? text : Redaction.whole(key.id(), key.new Hasher().hash(text), text.length());
    }

    private static boolean isToken(String text) {
        List<Redaction.Token> tokens = Redaction.tokens(text);
        return tokens.size() == 1
                && tokens.getFirst().start() == 0
                && tokens.getFirst().end() == text.length();
    }

    private static Value texts(Value value, UnaryOperator<String> change) {
        return switch (value) {
            case Value.Text text -> new Value.Text(change.apply(text.text()));
            case Value.TextList list ->
                new Value.TextList(list.items().stream().map(change).toList());
            case Value.Int number -> value;
            case Value.Decimal number -> value;
            case Value.Bool truth -> value;
            case Value.Null none -> value;
        };
    }
}
