package io.evenkeel.collector.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where in a text a secret stands: from {@code start} to before {@code end}. */
record Span(int start, int end) {
    /** The same places in order, those that overlap as one. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : (List<Span>) spans.stream()
                .filter(any -> any.start < any.end)
                .sorted(Comparator.comparingInt(Span::start))
                .toList()) {
            if (!merged.isEmpty() && span.start < merged.getLast().end) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start, Math.max(last.end, span.end)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
