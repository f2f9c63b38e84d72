package io.evenkeel.alerter.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text from databases, made safe to look at: names may hold anything, also what moves a cursor, hides or reorders text.
 * Such characters are shown as {@code \x1b} or {@code \}{@code u202e}.
 */
public final class Visible {
    private static final String ELLIPSIS = "...";

    private Visible() {}

    /** The text with every character that does not show itself spelled out. */
    public static String text(String raw) {
        if (raw.codePoints().allMatch(Visible::plain)) {
            return raw;
        }
        StringBuilder shown = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    /** The text on one line, at most {@code width} characters long. */
    public static String line(String raw, int width) {
        String shown = text(raw);
        if (shown.length() <= width) {
            return shown;
        }
        int end = Math.max(0, width - ELLIPSIS.length());
        if (end > 0 && Character.isHighSurrogate(shown.charAt(end - 1))) {
            end--;
        }
        return shown.substring(0, end) + ELLIPSIS;
    }

    /** Names joined by dots, those that hold a dot or look empty in quotes. */
    public static String name(List<String> identity) {
        return identity.stream().map(Visible::part).collect(Collectors.joining("."));
    }

    /** JSON whose strings show themselves: outside of them it holds nothing that needs escaping. */
    static String json(String json) {
        StringBuilder shown = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point == '\n' || plain(point)) {
                shown.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    shown.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return shown.toString();
    }

    private static String part(String name) {
        boolean quote = name.isBlank()
                || name.contains(".")
                || name.contains("\"")
                || !name.strip().equals(name);
        return text(quote ? '"' + name.replace("\"", "\"\"") + '"' : name);
    }

    private static boolean plain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    private static void append(StringBuilder shown, int point) {
        if (plain(point)) {
            shown.appendCodePoint(point);
            return;
        }
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default ->
                shown.append(
                        point < 0x100
                                ? "\\x%02x".formatted(point)
                                : point < 0x10000 ? "\\u%04x".formatted(point) : "\\U%08x".formatted(point));
        }
    }
}
