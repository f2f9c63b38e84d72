package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a compact diff.
 *
 * @param mark how the page styles it: same, removed, added or skipped
 * @param sign {@code -} is only in the baseline, {@code +} only in the target
 */
record DiffLine(String mark, String sign, String text) {
    private static final int NEAR = 2;
    private static final int MOST = 200;
    private static final int WIDTH = 2_000;

    /** What differs and two lines around it; empty: the lists are equal. */
    static List<DiffLine> between(List<String> baseline, List<String> target) {
        List<Edit> edits = Edit.between(baseline, target);
        boolean[] near = near(edits);
        List<DiffLine> lines = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < edits.size(); i++) {
            if (!near[i]) {
                skipped++;
                continue;
            }
            skip(lines, skipped);
            skipped = 0;
            lines.add(line(edits.get(i)));
        }
        if (!lines.isEmpty()) {
            skip(lines, skipped);
        }
        return cut(lines);
    }

    private static boolean[] near(List<Edit> edits) {
        boolean[] near = new boolean[edits.size()];
        for (int i = 0; i < edits.size(); i++) {
            if (edits.get(i).step() != Edit.Step.SAME) {
                for (int j = Math.max(0, i - NEAR); j <= Math.min(edits.size() - 1, i + NEAR); j++) {
                    near[j] = true;
                }
            }
        }
        return near;
    }

    private static void skip(List<DiffLine> lines, int skipped) {
        if (skipped > 0) {
            lines.add(new DiffLine("skipped", "", skipped + (skipped == 1 ? " equal line" : " equal lines")));
        }
    }

    private static List<DiffLine> cut(List<DiffLine> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<DiffLine> cut = new ArrayList<>(lines.subList(0, MOST));
        cut.add(new DiffLine("skipped", "", (lines.size() - MOST) + " more lines; the API has them all"));
        return cut;
    }

    /** Tabs are only spelled out where they may be what differs. */
    private static DiffLine line(Edit edit) {
        return switch (edit.step()) {
            case SAME -> new DiffLine("same", " ", Visible.line(edit.item().replace("\t", "    "), WIDTH));
            case REMOVED -> new DiffLine("removed", "-", Visible.line(edit.item(), WIDTH));
            case ADDED -> new DiffLine("added", "+", Visible.line(edit.item(), WIDTH));
        };
    }
}
