package io.evenkeel.alerter.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns; the last column is not padded. */
final class Grid {
    private static final String GAP = "  ";

    private final String alignment;
    private final int widest;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param alignment one letter a column: l or r
     * @param widest cells longer than that push their row, and no other
     */
    Grid(String alignment, int widest) {
        this.alignment = alignment;
        this.widest = widest;
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        int[] widths = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).length();
                widths[i] = width <= widest ? Math.max(widths[i], width) : widths[i];
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String pad = " ".repeat(Math.max(0, widths[i] - row.get(i).length()));
            line.append(i == 0 ? "" : GAP);
            line.append(alignment.charAt(i) == 'r' ? pad + row.get(i) : row.get(i) + pad);
        }
        return line.toString().stripTrailing();
    }
}
