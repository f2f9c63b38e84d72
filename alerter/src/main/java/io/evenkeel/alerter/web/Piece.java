package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of a value.
 *
 * @param changed whether the other side lacks it
 */
record Piece(String text, boolean changed) {
    private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|\\w+|\\s+|.", Pattern.DOTALL);
    private static final int WIDTH = 4_000;

    /** The words of a text, parts of it that belong together joined; all pieces together are the text. */
    static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    static List<Piece> whole(String shown) {
        return List.of(new Piece(Visible.line(shown, WIDTH), false));
    }

    /** One side of a way: what it shares, and what only it has. */
    static List<Piece> side(List<Edit> edits, Edit.Step own, String separator) {
        List<Piece> pieces = new ArrayList<>();
        String before = "";
        for (Edit edit : edits) {
            if (edit.step() != Edit.Step.SAME && edit.step() != own) {
                continue;
            }
            append(pieces, before, false);
            append(pieces, Visible.text(edit.item()), edit.step() == own);
            before = separator;
        }
        return pieces;
    }

    private static void append(List<Piece> pieces, String text, boolean changed) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().changed() == changed) {
            pieces.add(new Piece(pieces.removeLast().text() + text, changed));
        } else {
            pieces.add(new Piece(text, changed));
        }
    }
}
