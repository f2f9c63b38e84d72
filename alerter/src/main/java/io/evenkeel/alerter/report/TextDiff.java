package io.evenkeel.alerter.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Two lists of lines or words, each with a mark on what the other does not have, by their longest common subsequence.
 */
record TextDiff(List<Piece> baseline, List<Piece> target) {
    /** Beyond that many cells the table would cost more than the answer is worth: all of the middle counts as changed. */
    private static final long CELLS = 4_000_000;

    TextDiff {
        baseline = List.copyOf(baseline);
        target = List.copyOf(target);
    }

    /** Only in the baseline, in its order. */
    List<String> removed() {
        return changed(baseline);
    }

    /** Only in the target, in its order. */
    List<String> added() {
        return changed(target);
    }

    private static List<String> changed(List<Piece> pieces) {
        return pieces.stream().filter(Piece::changed).map(Piece::text).toList();
    }

    static TextDiff of(List<String> baseline, List<String> target) {
        int shorter = Math.min(baseline.size(), target.size());
        int start = 0;
        while (start < shorter && baseline.get(start).equals(target.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && baseline.get(baseline.size() - 1 - end).equals(target.get(target.size() - 1 - end))) {
            end++;
        }
        TextDiff middle =
                middle(baseline.subList(start, baseline.size() - end), target.subList(start, target.size() - end));
        List<String> head = baseline.subList(0, start);
        List<String> tail = baseline.subList(baseline.size() - end, baseline.size());
        return new TextDiff(around(head, middle.baseline, tail), around(head, middle.target, tail));
    }

    private static List<Piece> around(List<String> head, List<Piece> middle, List<String> tail) {
        List<Piece> all = new ArrayList<>(head.size() + middle.size() + tail.size());
        head.forEach(text -> all.add(new Piece(text, false)));
        all.addAll(middle);
        tail.forEach(text -> all.add(new Piece(text, false)));
        return all;
    }

    private static TextDiff middle(List<String> baseline, List<String> target) {
        int[][] common = (long) baseline.size() * target.size() > CELLS
                ? new int[baseline.size() + 1][target.size() + 1]
                : CommonLengths.of(baseline, target);
        List<Piece> before = new ArrayList<>();
        List<Piece> after = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < baseline.size() || j < target.size()) {
            boolean both = i < baseline.size() && j < target.size();
            if (both && common[i][j] > 0 && baseline.get(i).equals(target.get(j))) {
                before.add(new Piece(baseline.get(i++), false));
                after.add(new Piece(target.get(j++), false));
            } else if (j == target.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
                before.add(new Piece(baseline.get(i++), true));
            } else {
                after.add(new Piece(target.get(j++), true));
            }
        }
        return new TextDiff(before, after);
    }
}
