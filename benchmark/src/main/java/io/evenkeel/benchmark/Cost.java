package io.evenkeel.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What something took of the processor.
 *
 * @param client of the program that asked; its start is part of it where it is a program of its own
 * @param peakMegabytes of the program's resident memory; 0 where it is this one
 */
record Cost(Duration server, Duration client, long peakMegabytes) {
    private static final OperatingSystemMXBean SELF =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Something to measure. */
    interface Action {
        void run() throws Exception;
    }

    /** Of one of so many runs in this process, on an average. */
    static Cost here(ServerCpu server, int times, Action action) throws Exception {
        Duration before = server.used();
        long own = SELF.getProcessCpuTime();
        for (int i = 0; i < times; i++) {
            action.run();
        }
        long client = SELF.getProcessCpuTime() - own;
        return new Cost(
                server.used().minus(before).dividedBy(times),
                Duration.ofNanos(client).dividedBy(times),
                0);
    }

    /** Of each its least. */
    static Cost best(List<Cost> rounds) {
        return new Cost(
                rounds.stream().map(Cost::server).min(Comparator.naturalOrder()).orElseThrow(),
                rounds.stream().map(Cost::client).min(Comparator.naturalOrder()).orElseThrow(),
                rounds.stream().mapToLong(Cost::peakMegabytes).min().orElseThrow());
    }

    /** A row of a table, with ratios to what is the least possible. */
    String row(String name, Cost limit) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %.2f | %s |",
                name,
                milliseconds(server),
                ratio(server, limit.server),
                milliseconds(client),
                ratio(client, limit.client),
                peakMegabytes == 0 ? "" : String.valueOf(peakMegabytes));
    }

    static String milliseconds(Duration duration) {
        double ms = duration.toNanos() / 1e6;
        return String.format(Locale.ROOT, ms < 10 ? "%.2f" : "%.0f", ms);
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / Math.max(1, other.toNanos());
    }
}
