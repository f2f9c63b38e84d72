package io.evenkeel.collector.query;

import java.util.Arrays;
import java.util.List;

/** Comma-separated values of a header. */
final class Lists {
    private Lists() {}

    static List<String> commas(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
