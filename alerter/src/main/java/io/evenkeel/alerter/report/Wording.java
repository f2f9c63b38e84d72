package io.evenkeel.alerter.report;

import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a difference into one line: {@code +} is only in the target, {@code -} only in the baseline. */
public final class Wording {
    private static final int SHORT = 48;
    private static final int SHOWN = 12;

    private Wording() {}

    /** What differs, and until when it is held, in one line without a limit; control characters spelled out. */
    public static String of(Finding finding) {
        String held = finding.disposition() == Disposition.HELD
                ? "held until "
                        + finding.ruling()
                                .judgement()
                                .until()
                                .map(AcceptedTable::minute)
                                .orElse("?") + "; "
                : "";
        return held + of(finding.difference());
    }

    /** What differs, in one line without a limit; control characters spelled out. */
    public static String of(Difference difference) {
        List<String> parts = new ArrayList<>(
                difference.change() == Change.DIFFERENT ? differences(difference) : properties(difference));
        if (!difference.folded().isEmpty()) {
            parts.addFirst(folded(difference));
        }
        return String.join("; ", parts);
    }

    private static String folded(Difference difference) {
        return difference.folded().entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", ", "with ", ""));
    }

    private static List<String> differences(Difference difference) {
        return difference.attributes().stream().map(Wording::difference).toList();
    }

    private static List<String> properties(Difference difference) {
        return Property.of(difference).stream()
                .filter(property -> !property.isHidden() && isShort(property.value()))
                .map(property -> Visible.text(property.name()) + " " + value(property.value()))
                .toList();
    }

    private static boolean isShort(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().length() <= SHORT;
            case Value.TextList list -> value(list).length() <= SHORT;
            case Value.Int number -> true;
            case Value.Decimal number -> true;
            case Value.Bool bool -> true;
            case Value.Null none -> true;
        };
    }

    private static String difference(AttributeDifference attribute) {
        return Visible.text(attribute.name()) + ": " + values(attribute.baseline(), attribute.target());
    }

    private static String values(Value baseline, Value target) {
        if (baseline instanceof Value.TextList before && target instanceof Value.TextList after) {
            return list(before.items(), after.items());
        }
        if (baseline instanceof Value.Text before
                && target instanceof Value.Text after
                && Math.max(before.text().length(), after.text().length()) > SHORT) {
            return text(before.text(), after.text());
        }
        return Visible.line(value(baseline), SHORT * 2) + " -> " + Visible.line(value(target), SHORT * 2);
    }

    private static String list(List<String> before, List<String> after) {
        List<String> removed =
                before.stream().filter(item -> !after.contains(item)).toList();
        List<String> added =
                after.stream().filter(item -> !before.contains(item)).toList();
        return removed.isEmpty() && added.isEmpty()
                ? "another order: "
                        + String.join(", ", after.stream().map(Visible::text).toList())
                : signed(removed, added);
    }

    private static String text(String before, String after) {
        boolean lines = before.lines().count() > 2 || after.lines().count() > 2;
        TextDiff diff = lines
                ? TextDiff.of(before.lines().toList(), after.lines().toList())
                : TextDiff.of(SideBySide.words(before), SideBySide.words(after));
        if (diff.removed().isEmpty() && diff.added().isEmpty()) {
            return "only white space differs";
        }
        if (!lines) {
            return words(diff);
        }
        return "%d of %d lines differ: "
                        .formatted(
                                Math.max(diff.removed().size(), diff.added().size()),
                                Math.max(before.lines().count(), after.lines().count()))
                + signed(strip(diff.removed()), strip(diff.added()));
    }

    /** Commas and brackets only count where nothing else differs. */
    private static String words(TextDiff diff) {
        List<String> removed =
                diff.removed().stream().filter(Wording::hasLetters).toList();
        List<String> added = diff.added().stream().filter(Wording::hasLetters).toList();
        return removed.isEmpty() && added.isEmpty() ? signed(diff.removed(), diff.added()) : signed(removed, added);
    }

    private static boolean hasLetters(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static List<String> strip(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Visible.line(line, SHORT * 2))
                .toList();
    }

    private static String signed(List<String> removed, List<String> added) {
        List<String> parts = new ArrayList<>();
        removed.forEach(item -> parts.add("-" + Visible.text(item)));
        added.forEach(item -> parts.add("+" + Visible.text(item)));
        return parts.size() <= SHOWN
                ? String.join(" ", parts)
                : "-%d +%d: ".formatted(removed.size(), added.size()) + String.join(" ", parts.subList(0, SHOWN))
                        + " ...";
    }

    /** A value for people, on one line. */
    public static String value(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().isEmpty() ? "''" : Visible.text(text.text());
            case Value.Int number -> Long.toString(number.number());
            case Value.Decimal number -> number.number().toPlainString();
            case Value.Bool bool -> Boolean.toString(bool.truth());
            case Value.TextList list ->
                list.items().stream().map(Visible::text).collect(Collectors.joining(", ", "[", "]"));
            case Value.Null none -> "(none)";
        };
    }
}
