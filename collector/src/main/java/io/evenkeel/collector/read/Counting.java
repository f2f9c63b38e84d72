package io.evenkeel.collector.read;

import io.evenkeel.runtime.settings.Globs;
import java.time.Duration;
import java.util.List;

/**
 * Whose rows are counted: a count reads the whole table, under a lock that lets everything happen to it but DDL.
 *
 * @param tables schema and name
 * @param every how long a count is good enough
 */
public record Counting(Globs tables, Duration every) {
    /** No table's rows are counted. */
    public static final Counting NONE = new Counting(Globs.of(List.of()), Duration.ZERO);
}
