package io.evenkeel.analyzer;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;

import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.analyzer.topology.AnalyzerTopology.Keep;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** An analyzer in a process of its own, so that a test can kill it as a machine would. */
final class AnalyzerProcess {
    static final int PARTITIONS = 2;

    private AnalyzerProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (AnalyzerService service =
                new AnalyzerService(settings(Path.of(arguments[2])), kafka(arguments[0], arguments[1]))) {
            service.start();
            System.in.read();
        }
    }

    static KafkaSettings kafka(String bootstrapServers, String prefix) {
        return new KafkaSettings(
                bootstrapServers, prefix, PARTITIONS, (short) 1, Map.of("consumer.session.timeout.ms", "6000"));
    }

    static AnalyzerSettings settings(Path stateDirectory) {
        return new AnalyzerSettings(
                new TreeMap<>(Map.of(new Comparison(PRODUCTION, STAGING), Tolerances.NONE)),
                stateDirectory,
                1,
                Keep.MEMORY,
                Duration.ofDays(1));
    }

    static Process start(String bootstrapServers, String prefix, Path stateDirectory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnalyzerProcess.class.getName(),
                        bootstrapServers,
                        prefix,
                        stateDirectory.toString())
                .redirectErrorStream(true)
                .redirectOutput(stateDirectory.resolveSibling("analyzer.log").toFile())
                .start();
    }
}
