package io.evenkeel.alerter.report;

import java.util.List;

/** What every line diff walks along. */
public final class CommonLengths {
    private CommonLengths() {}

    /** At {@code [i][j]}: the length of the longest common subsequence of both lists from i and from j on. */
    public static int[][] of(List<String> baseline, List<String> target) {
        int[][] common = new int[baseline.size() + 1][target.size() + 1];
        for (int i = baseline.size() - 1; i >= 0; i--) {
            for (int j = target.size() - 1; j >= 0; j--) {
                common[i][j] = baseline.get(i).equals(target.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
