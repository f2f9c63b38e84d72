package io.evenkeel.alerter.report;

import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One attribute on both sides, as lines whose pieces are marked where the sides differ; control characters spelled out.
 */
record SideBySide(String name, List<List<Piece>> baseline, List<List<Piece>> target) {
    private static final int LONG = 14;
    /** Quoted text with its cast, a word, white space, or a sign; possessive, since a text may be megabytes long. */
    private static final Pattern WORD = Pattern.compile("'[^']*+'(?:::\\w++(?: varying)?)?|[\\w$]++|\\s++|[^\\s\\w]");

    private static final List<Piece> LEFT_OUT = List.of(new Piece("...", false));

    public SideBySide {
        baseline = List.copyOf(baseline);
        target = List.copyOf(target);
    }

    /** Lays the two values side by side. */
    public static SideBySide of(AttributeDifference attribute) {
        String name = Visible.text(attribute.name());
        if (attribute.baseline() instanceof Value.TextList before
                && attribute.target() instanceof Value.TextList after) {
            return lines(name, before.items(), after.items());
        }
        if (attribute.baseline() instanceof Value.Text before && attribute.target() instanceof Value.Text after) {
            return texts(name, before.text(), after.text());
        }
        return new SideBySide(name, whole(attribute.baseline()), whole(attribute.target()));
    }

    private static List<List<Piece>> whole(Value value) {
        return List.of(List.of(new Piece(Wording.value(value), true)));
    }

    private static SideBySide texts(String name, String before, String after) {
        boolean oneLine = before.lines().count() <= 1 && after.lines().count() <= 1;
        if (!oneLine) {
            return lines(name, before.lines().toList(), after.lines().toList());
        }
        TextDiff diff = TextDiff.of(words(before), words(after));
        return new SideBySide(name, List.of(shown(diff.baseline())), List.of(shown(diff.target())));
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static SideBySide lines(String name, List<String> before, List<String> after) {
        TextDiff diff = TextDiff.of(before, after);
        return new SideBySide(name, excerpt(diff.baseline()), excerpt(diff.target()));
    }

    /** All lines, or those that differ and their neighbours. */
    private static List<List<Piece>> excerpt(List<Piece> lines) {
        List<List<Piece>> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean near = lines.size() <= LONG || changed(lines, i - 1) || changed(lines, i) || changed(lines, i + 1);
            if (near) {
                shown.add(shown(lines.subList(i, i + 1)));
            } else if (shown.isEmpty() || !shown.getLast().equals(LEFT_OUT)) {
                shown.add(LEFT_OUT);
            }
        }
        return shown;
    }

    private static boolean changed(List<Piece> lines, int index) {
        return index >= 0 && index < lines.size() && lines.get(index).changed();
    }

    private static List<Piece> shown(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Piece(Visible.text(piece.text()), piece.changed()))
                .toList();
    }
}
