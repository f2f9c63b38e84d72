package io.evenkeel.collector.redact;

import java.util.List;

/** Finds secrets of one form, in a time that grows with the text's length and no faster. */
interface Finder {
    void find(Haystack in, List<Span> found);
}
