package io.evenkeel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a program took.
 *
 * @param cpu of the program, without the server's
 * @param peakMegabytes of resident memory
 */
record Run(Duration wall, Duration cpu, long peakMegabytes) {
    private static final Duration LOOK = Duration.ofMillis(5);

    /** Runs it, and refuses an exit code that is not one of the expected. */
    static Run of(Map<String, String> environment, Set<Integer> expected, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("evenkeel-benchmark-", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Run seen = new Run(Duration.ZERO, Duration.ZERO, 0);
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            seen = new Run(
                    Duration.ZERO,
                    process.info().totalCpuDuration().orElse(seen.cpu()),
                    Math.max(seen.peakMegabytes(), peak(process.pid())));
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (!expected.contains(process.exitValue())) {
            throw new IllegalStateException(
                    command.getFirst() + " ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        Files.delete(log);
        return new Run(wall, seen.cpu(), seen.peakMegabytes());
    }

    /** Both, one after the other. */
    Run then(Run next) {
        return new Run(wall.plus(next.wall), cpu.plus(next.cpu), Math.max(peakMegabytes, next.peakMegabytes));
    }

    private static long peak(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
