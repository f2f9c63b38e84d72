package io.evenkeel.contract.wire;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.Hostile;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hostileNamesComeBackAsTheyWere(long seed) throws MalformedRecordException {
        CatalogObject object = Hostile.object(new Random(seed));
        WireRecord record = Wire.CODEC.encode(PRODUCTION, object);
        WireRecord gone = Wire.CODEC.encodeGone(PRODUCTION, object.key(), object.root());
        Drift drift = Samples.drift(Samples.missing(object));
        DriftEvent event = Samples.event(DriftEvent.Type.CHANGED, drift);

        assertThat(Wire.decode("catalog-object", record)).isEqualTo(new CatalogRecord.Present(object));
        assertThat(Wire.decode("catalog-gone", gone)).isEqualTo(new CatalogRecord.Gone(object.key(), object.root()));
        assertThat(Wire.decode("drift", Wire.CODEC.encode(drift))).isEqualTo(new DriftRecord.Open(drift));
        assertThat(Wire.decode("drift-closed", Wire.CODEC.encodeClosed(drift.comparison(), object.key())))
                .isEqualTo(new DriftRecord.Closed(drift.comparison(), object.key()));
        assertThat(Wire.decode("drift-event", Wire.CODEC.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sameObjectAlwaysHasTheSameBytes(long seed) throws MalformedRecordException {
        WireRecord record = Wire.CODEC.encode(PRODUCTION, Hostile.object(new Random(seed)));
        CatalogRecord.Present read = (CatalogRecord.Present) Wire.decode("catalog-object", record);

        WireRecord again = Wire.CODEC.encode(PRODUCTION, read.object());

        assertThat(again.key()).isEqualTo(record.key());
        assertThat(again.value().orElseThrow()).isEqualTo(record.value().orElseThrow());
        assertThat(again.headers()).isEqualTo(record.headers());
    }

    @Test
    void markersOfOlderVersionsHaveNoProfile() throws MalformedRecordException {
        WireRecord written = Wire.CODEC.encode(Wire.MARKER);
        String older = new String(written.value().orElseThrow(), StandardCharsets.UTF_8)
                .replace(",\"profile\":\"supabase\"", "");
        byte[] bytes = older.getBytes(StandardCharsets.UTF_8);

        assertThat(older).doesNotContain("profile");
        assertThat(Wire.CODEC.decodeCatalog(written.key(), Optional.of(bytes), Optional.empty()))
                .isInstanceOfSatisfying(
                        CatalogRecord.Marked.class,
                        marked -> assertThat(marked.marker().server().orElseThrow())
                                .isEqualTo(Wire.MARKER.server().orElseThrow().on(Optional.empty())));
    }

    @Test
    void recordsOfEverySortComeBackAsTheyWere() throws MalformedRecordException {
        Map<String, Object> read = new HashMap<>();
        for (Map.Entry<String, WireRecord> each : Wire.records().entrySet()) {
            read.put(each.getKey(), Wire.decode(each.getKey(), each.getValue()));
        }

        assertThat(read)
                .containsEntry("snapshot-marker", new CatalogRecord.Marked(Wire.MARKER))
                .containsEntry("snapshot-marker-brief", new CatalogRecord.Marked(Wire.MARKER.brief(5)))
                .containsEntry("comparison-state", new DriftRecord.Evaluated(Samples.state()))
                .containsEntry("comparison-retired", new DriftRecord.Retired(Wire.DRIFT.comparison(), 1))
                .containsEntry("drift-event", Wire.EVENT)
                .containsEntry("drift-event-attributed", Wire.ATTRIBUTED);
        String header =
                GoldenTest.record("catalog-gone-witnessed").headers().getOrDefault(RecordCodec.WITNESSED_HEADER, "");
        assertThat(Wire.CODEC.decodeWitnessed(header.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Wire.WITNESSED);
    }

    @Test
    void keysOfDifferentObjectsNeverMeet() {
        Random random = new Random(20261122);
        Map<String, Object> seen = new HashMap<>();
        for (int count = 0; count < 5_000; count++) {
            CatalogObject object = Hostile.object(random);
            Object before = seen.put(
                    HexFormat.of()
                            .formatHex(Wire.CODEC.encode(PRODUCTION, object).key()),
                    object.key());
            assertThat(before == null || before.equals(object.key()))
                    .as("%s and %s", before, object.key())
                    .isTrue();
        }
    }

    @Test
    void partitionDependsOnTheRootAlone() {
        Random random = new Random(20261122);
        int[] used = new int[8];
        for (int count = 0; count < 4_000; count++) {
            List<String> root = List.of("public", "t" + random.nextInt());
            int partition = RecordCodec.partition(root, used.length);
            assertThat(RecordCodec.partition(List.copyOf(root), used.length)).isEqualTo(partition);
            used[partition]++;
        }
        assertThat(IntStream.of(used).boxed())
                .as("about 500 each")
                .allSatisfy(count -> assertThat(count).isBetween(400, 600));
        assertThat(RecordCodec.partition(List.of("public", "agent_calls"), 4))
                .as("pinned: another partition would part an object from its peers")
                .isEqualTo(1);
    }

    @Test
    void topicsTellTheirEnvironment() {
        Topics topics = new Topics("evenkeel");

        assertThat(topics.environmentOf(topics.catalog(new Environment("a-1")))).contains(new Environment("a-1"));
        assertThat(topics.environmentOf(topics.drift())).isEqualTo(Optional.empty());
    }
}
