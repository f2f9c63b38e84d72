package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.wire.CatalogRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AuditFixture fixture = new AuditFixture();
    private AuditDatabase database;
    private Store writer;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(fixture.settings());
        writer = new Store(database, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everySnapshotOfARandomHistoryIsRebuiltAsItWas(long seed) {
        PastWorld world = new PastWorld(Samples.PRODUCTION, seed).live(60);
        world.batches().forEach(writer::write);

        History history = new History(database);
        world.states.forEach((at, objects) -> assertThat(objects(history, at))
                .as("seed %s at %s", seed, at)
                .containsExactlyElementsOf(objects.values()));
        assertThat(history.at(Samples.PRODUCTION, Samples.NOON)).isEmpty();
        Verification.Result verified = Verification.of(database);
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.incomplete()).isZero();
        assertThat(verified.snapshots()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aReplayOfAnyPartChangesNothing(long seed) {
        PastWorld world = new PastWorld(Samples.PRODUCTION, seed).live(30);
        Random random = new Random(seed);
        List<List<Incoming>> written = new ArrayList<>();
        for (List<Incoming> batch : world.batches()) {
            writer.write(batch);
            written.add(batch);
            if (random.nextInt(4) == 0) {
                List<String> before = everything();
                writer.write(written.get(random.nextInt(written.size())));
                writer.write(written.stream().flatMap(List::stream).toList());
                assertThat(everything()).isEqualTo(before);
            }
        }
        assertThat(Verification.of(database).faults()).isEmpty();
    }

    @Test
    void aPartThatIsBehindDoesNotShow() {
        PastWorld world = new PastWorld(Samples.PRODUCTION, 7).live(5);
        writer.write(world.topic.get(0));
        writer.write(world.topic.get(1));
        assertThat(new History(database).at(Samples.PRODUCTION, world.states.lastKey()))
                .isEmpty();

        List<Incoming> last = world.topic.get(2);
        int firstMarker = 0;
        while (!(last.get(firstMarker).content() instanceof Content.OfCatalog catalog
                && catalog.record() instanceof CatalogRecord.Marked)) {
            firstMarker++;
        }
        writer.write(last.subList(0, firstMarker + 1));

        assertThat(objects(new History(database), world.states.lastKey()))
                .containsExactlyElementsOf(world.states.firstEntry().getValue().values());
    }

    @Test
    void whatWasNeverHeardOfIsInDoubt() {
        PastWorld world = new PastWorld(Samples.PRODUCTION, 8).live(4);
        world.batches().forEach(writer::write);
        History history = new History(database);
        Instant last = world.states.lastKey();

        PastSnapshot newest = history.at(Samples.PRODUCTION, last).orElseThrow();
        assertThat(newest.seenUntil()).isEqualTo(last);
        assertThat(newest.doubts(last.plusSeconds(59), PATIENCE)).isEmpty();
        assertThat(newest.doubts(last.plusSeconds(61), PATIENCE))
                .containsExactly("nothing was heard of production after " + last + ": it may have been otherwise at "
                        + last.plusSeconds(61));
    }

    @Test
    void heartbeatsMakeNoRows() {
        PastWorld world = new PastWorld(Samples.PRODUCTION, 9).live(1);
        world.batches().forEach(writer::write);
        long rows = Verification.of(database).snapshots();

        world.beat(100);
        world.batches().forEach(writer::write);

        assertThat(Verification.of(database).snapshots()).isEqualTo(rows);
        assertThat(new History(database)
                        .at(Samples.PRODUCTION, world.states.lastKey())
                        .orElseThrow()
                        .seenUntil())
                .isEqualTo(world.states.firstKey().plusSeconds(1000));
    }

    private static Collection<CatalogObject> objects(History history, Instant at) {
        PastSnapshot snapshot = history.at(Samples.PRODUCTION, at).orElseThrow();
        assertThat(snapshot.complete()).isTrue();
        return history.objects(snapshot, Optional.empty());
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>(fixture.contents());
        for (String table : List.of(
                "object_history",
                "object_witness",
                "snapshot_slice",
                "slice_state",
                "chain_link",
                "chain",
                "kind_set")) {
            all.addAll(fixture.rows("select * from evenkeel." + table + " order by 1"));
        }
        return all;
    }
}
