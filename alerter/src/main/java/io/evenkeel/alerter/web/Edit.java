package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.CommonLengths;
import java.util.ArrayList;
import java.util.List;

/** One item on the way from one list to another. */
record Edit(Step step, String item) {
    /** Beyond that many cells the table would cost more than the answer is worth: all of the middle counts as changed. */
    private static final long CELLS = 1_000_000;

    enum Step {
        SAME,
        REMOVED,
        ADDED
    }

    /** The way by the longest common subsequence. */
    static List<Edit> between(List<String> baseline, List<String> target) {
        int start = 0;
        int shorter = Math.min(baseline.size(), target.size());
        while (start < shorter && baseline.get(start).equals(target.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && baseline.get(baseline.size() - 1 - end).equals(target.get(target.size() - 1 - end))) {
            end++;
        }
        List<Edit> edits = new ArrayList<>();
        add(edits, Step.SAME, baseline.subList(0, start));
        middle(edits, baseline.subList(start, baseline.size() - end), target.subList(start, target.size() - end));
        add(edits, Step.SAME, baseline.subList(baseline.size() - end, baseline.size()));
        return edits;
    }

    private static void add(List<Edit> edits, Step step, List<String> items) {
        items.forEach(item -> edits.add(new Edit(step, item)));
    }

    private static void middle(List<Edit> edits, List<String> baseline, List<String> target) {
        if ((long) baseline.size() * target.size() > CELLS) {
            add(edits, Step.REMOVED, baseline);
            add(edits, Step.ADDED, target);
            return;
        }
        int[][] common = CommonLengths.of(baseline, target);
        int i = 0;
        int j = 0;
        while (i < baseline.size() && j < target.size()) {
            if (baseline.get(i).equals(target.get(j))) {
                edits.add(new Edit(Step.SAME, baseline.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                edits.add(new Edit(Step.REMOVED, baseline.get(i++)));
            } else {
                edits.add(new Edit(Step.ADDED, target.get(j++)));
            }
        }
        add(edits, Step.REMOVED, baseline.subList(i, baseline.size()));
        add(edits, Step.ADDED, target.subList(j, target.size()));
    }
}
