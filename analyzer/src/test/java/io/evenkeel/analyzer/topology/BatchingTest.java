package io.evenkeel.analyzer.topology;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.WireRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a history is cut into snapshots and however its two sides arrive, it ends with the same open drifts. */
class BatchingTest {
    private static final int STEPS = 8;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyBatchingEndsInTheSameDrifts(long seed) {
        List<Difference> oneByOne = replay(seed, new Random(seed), 1);

        assertThat(replay(seed, new Random(seed + 1), 3)).isEqualTo(oneByOne);
        assertThat(replay(seed, new Random(seed + 2), STEPS)).isEqualTo(oneByOne);
    }

    private static List<Difference> replay(long seed, Random arrival, int longestBatch) {
        Random world = new Random(seed);
        Deque<WireRecord> ours = history(new FakeCollector(PRODUCTION), worlds(world), arrival, longestBatch);
        Deque<WireRecord> theirs = history(new FakeCollector(STAGING), worlds(world), arrival, longestBatch);
        try (Bench bench = new Bench(new Comparison(PRODUCTION, STAGING))) {
            while (!ours.isEmpty() || !theirs.isEmpty()) {
                if (theirs.isEmpty() || (!ours.isEmpty() && arrival.nextBoolean())) {
                    bench.publish(PRODUCTION, ours.removeFirst());
                } else {
                    bench.publish(STAGING, theirs.removeFirst());
                }
            }
            assertThat(bench.lastState().unknown()).isEmpty();
            assertThat(bench.lastState().openDrifts()).isEqualTo(bench.open().size());
            return bench.open().stream()
                    .map(Drift::difference)
                    .sorted((one, other) -> one.key().compareTo(other.key()))
                    .toList();
        }
    }

    private static List<Collection<CatalogObject>> worlds(Random random) {
        List<Collection<CatalogObject>> worlds = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            worlds.add(Worlds.world(random).values());
        }
        return worlds;
    }

    private static Deque<WireRecord> history(
            FakeCollector collector, List<Collection<CatalogObject>> worlds, Random random, int longestBatch) {
        Deque<WireRecord> records = new ArrayDeque<>();
        int batch = 0;
        for (Collection<CatalogObject> world : worlds) {
            collector.becomes(world);
            batch++;
            if (batch >= 1 + random.nextInt(longestBatch)) {
                records.addAll(collector.snapshot());
                batch = 0;
            }
        }
        records.addAll(collector.snapshot());
        return records;
    }
}
