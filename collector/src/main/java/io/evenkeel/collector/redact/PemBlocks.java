package io.evenkeel.collector.redact;

import java.util.List;

/** Keys and certificates between {@code -----BEGIN ...-----} and {@code -----END ...-----}; without an end, all that follows. */
final class PemBlocks implements Finder {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    @Override
    public void find(Haystack in, List<Span> found) {
        int from = in.next(BEGIN, 0);
        while (from < in.length()) {
            int last = in.next(END, from);
            int dashes = in.text().indexOf(DASHES, Math.min(in.length(), last + END.length()));
            int end = dashes < 0 ? in.length() : dashes + DASHES.length();
            found.add(new Span(from, end));
            from = in.next(BEGIN, end);
        }
    }
}
