package io.evenkeel.collector.schedule;

import java.time.Duration;

/**
 * How often.
 *
 * @param probe how often the server is asked whether anything changed
 * @param full the longest time between two readings of everything, whatever the probe says
 * @param heartbeat the longest time between two markers
 */
public record Schedule(Duration probe, Duration full, Duration heartbeat) {
    public static final Schedule DEFAULT =
            new Schedule(Duration.ofMillis(250), Duration.ofMinutes(5), Duration.ofSeconds(10));
}
