package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Visible;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query parameters of one request: each at most once, none that is not known, and an empty one is none. */
final class Parameters {
    private static final int SHOWN = 80;

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    static Parameters of(Map<String, List<String>> given, List<String> known) throws BadParameterException {
        for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new BadParameterException("parameter " + quote(entry.getKey()) + " is unknown: expected "
                        + (known.isEmpty() ? "no parameter" : "one of " + String.join(", ", known)));
            }
            if (entry.getValue().size() > 1) {
                throw new BadParameterException("parameter " + quote(entry.getKey()) + ": expected one value, found "
                        + entry.getValue().size());
            }
        }
        return new Parameters(given);
    }

    Optional<String> text(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The choice whose word was given. */
    <T> Optional<T> choice(String name, Collection<Choice<T>> choices) throws BadParameterException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> chosen = choices.stream()
                .filter(choice -> choice.word().equals(text.get()))
                .map(Choice::value)
                .findFirst();
        if (chosen.isEmpty()) {
            String words = choices.stream().map(Choice::word).collect(Collectors.joining(", "));
            throw new BadParameterException("parameter '" + name + "': expected "
                    + (words.isEmpty() ? "none, because nothing is known yet" : "one of " + words) + "; found "
                    + quote(text.get()));
        }
        return chosen;
    }

    /** A whole number in a range. */
    int number(String name, int fallback, int min, int max) throws BadParameterException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with what is out of range
        }
        throw new BadParameterException("parameter '" + name + "': expected a whole number from " + min + " to " + max
                + "; found " + quote(text.get()));
    }

    private static String quote(String found) {
        return "'" + Visible.line(found, SHOWN) + "'";
    }

    /** One allowed value and the word for it. */
    record Choice<T>(String word, T value) {}
}
