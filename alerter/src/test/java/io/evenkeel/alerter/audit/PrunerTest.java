package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.deliver.Quiet;
import io.evenkeel.alerter.deliver.Quiets;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.DriftRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrunerTest {
    private final AuditFixture fixture = new AuditFixture();
    private final PastWorld world = new PastWorld(Samples.PRODUCTION, 11);
    private final Drift open = Drifts.drift(Severity.WARNING, Change.MISSING, "table", "public", "open");
    private final Drift over = Drifts.drift(Severity.WARNING, Change.MISSING, "table", "public", "over");
    private AuditDatabase database;
    private Instant before = Instant.EPOCH;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void liveThroughTwoTimes() {
        database = AuditDatabase.open(fixture.settings());
        fixture.execute("update evenkeel.dispatch set position = 1000");
        now = live(30);
        writer(now).write(List.of(event(0, Drifts.opened(open)), event(1, Drifts.opened(over))));
        writer(now).write(List.of(new Incoming("x.drift", 0, 0, new Content.OfDrift(new DriftRecord.Open(open)))));
        Quiet quiet = new Quiet(
                Quiet.Type.WINDOW,
                Optional.empty(),
                Optional.of("production"),
                Optional.empty(),
                Optional.empty(),
                "jane",
                "release 42",
                now,
                now.plusSeconds(60));
        database.transaction(connection -> Quiets.begin(connection, quiet));
        before = now.plusSeconds(1);
        now = live(30);
        writer(now).write(List.of(event(2, Drifts.event(over, DriftEvent.Type.RESOLVED, now))));
    }

    private Instant live(int snapshots) {
        world.live(snapshots);
        Instant end = world.states.lastKey();
        world.batches().forEach(writer(end)::write);
        return end;
    }

    private Store writer(Instant at) {
        return new Store(database, Clock.fixed(at, ZoneOffset.UTC));
    }

    private static Incoming event(long offset, DriftEvent event) {
        return new Incoming("x.events", 0, offset, new Content.OfEvent(event));
    }

    @AfterEach
    void close() {
        database.close();
        fixture.close();
    }

    private Pruner pruner() {
        return new Pruner(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void prune() {
        pruner().prune(Duration.between(before, now));
    }

    private void isWhole() {
        assertThat(Verification.of(database).faults()).isEmpty();
        History history = new History(database);
        world.states.tailMap(before).forEach((at, objects) -> {
            PastSnapshot snapshot = history.at(Samples.PRODUCTION, at).orElseThrow();
            assertThat(history.objects(snapshot, Optional.empty()))
                    .as("at %s", at)
                    .containsExactlyElementsOf(objects.values());
        });
    }

    @Test
    void whatIsOldGoesAndTheRestIsWhole() {
        long links = Verification.of(database).links();
        List<String> history = fixture.rows("select 1 from evenkeel.object_history");
        List<String> witnesses = fixture.rows("select 1 from evenkeel.object_witness");

        prune();

        isWhole();
        assertThat(Decisions.between(database, Optional.empty(), Optional.empty(), 9))
                .hasSize(1);
        assertThat(Verification.of(database).links()).isLessThan(links * 2 / 3);
        assertThat(fixture.rows("select 1 from evenkeel.object_history")).hasSizeLessThan(history.size());
        assertThat(fixture.rows("select 1 from evenkeel.object_witness"))
                .isNotEmpty()
                .hasSizeLessThan(witnesses.size());
        assertThat(new History(database).at(Samples.PRODUCTION, Samples.NOON.plusSeconds(3600)))
                .isEmpty();
    }

    @Test
    void theEventsOfAnOpenDriftStay() {
        prune();

        assertThat(fixture.rows("select key ->> 2, type from evenkeel.event order by position"))
                .containsExactly("open opened", "over resolved");
    }

    @Test
    void whatWasToldGoesOnceItIsOver() {
        told("gone", "episode-gone", before.minusSeconds(9));
        told("still-open", open.id(), before.minusSeconds(9));
        told("young", "episode-young", before.plusSeconds(9));
        delivery("own-step", "told-nobody", before.minusSeconds(9), "delivered");
        delivery("opened-the-message", "still-open", before.minusSeconds(9), "delivered");
        delivery("waits", "told-nobody", before.minusSeconds(9), "pending");
        delivery("young", "told-nobody", before.plusSeconds(9), "dead");

        prune();

        assertThat(fixture.rows("select telling from evenkeel.told order by 1")).containsExactly("still-open", "young");
        assertThat(fixture.rows("select event_id from evenkeel.delivery order by 1"))
                .containsExactly("opened-the-message", "waits", "young");
    }

    private void told(String telling, String episode, Instant at) {
        fixture.execute("insert into evenkeel.told values ('hook', '%s', 'a', 'b', '%s', '%s', '%s')"
                .formatted(episode, telling, at, at));
    }

    private void delivery(String id, String telling, Instant at, String state) {
        fixture.execute(
                ("insert into evenkeel.delivery (receiver, event_id, baseline, target, created_at, due_at, type, episode,"
                                + " telling, severity, plan_order, opened_at, state) values ('hook', '%s', 'a', 'b', '%s', '%s', 'changed',"
                                + " 'e', '%s', 'warning', 1, '%s', '%s')")
                        .formatted(id, at, at, telling, at, state));
    }

    @Test
    void whatIsStillToBeToldStays() {
        fixture.execute(
                "insert into evenkeel.delivery (receiver, event_id, baseline, target, created_at, due_at, type, "
                        + "episode, telling, severity, plan_order, opened_at) select 'hook', id, baseline, target, now(), now(), "
                        + "type, episode, episode, severity, 1, now() from evenkeel.event where position = 2");

        prune();

        isWhole();
        assertThat(fixture.rows("select position from evenkeel.event order by 1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void anEndInTheMiddleLeavesATrailThatVerifies() {
        database.transaction(connection -> pruner().checkpoint(connection, before));
        isWhole();
        List<String> links = fixture.rows("select 1 from evenkeel.chain_link");

        prune();

        isWhole();
        assertThat(fixture.rows("select 1 from evenkeel.chain_link")).hasSizeLessThan(links.size());
        assertThat(fixture.rows("select 1 from evenkeel.chain_checkpoint")).hasSize(1);
    }

    @Test
    void cutAgainAndAgainItStaysWhole() {
        for (int round = 0; round < 3; round++) {
            prune();
            isWhole();
            before = now.plusSeconds(1);
            now = live(10);
        }
        prune();
        isWhole();
        assertThat(fixture.rows("select 1 from evenkeel.checkpoint_slice where versions is not null"))
                .hasSize(PastWorld.PARTITIONS);
    }

    @Test
    void whatIsTouchedBehindTheCutIsNamed() {
        prune();
        String oldest = fixture.rows("select key from evenkeel.catalog_object order by valid_from limit 1")
                .getFirst();
        fixture.execute("delete from evenkeel.catalog_object where key = '" + oldest + "'");
        assertThat(Verification.of(database).faults())
                .anySatisfy(fault -> assertThat(fault.what()).startsWith("gone: the version"));
        fixture.execute("update evenkeel.chain_checkpoint set before = before - interval '1 day'");

        assertThat(Verification.of(database).faults())
                .extracting(Verification.Fault::toString)
                .anySatisfy(fault -> assertThat(fault).startsWith("chain_checkpoint id 1: altered"));
    }
}
