package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.DriftRecord;
import io.evenkeel.contract.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
    private static final Clock NOON = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private static final List<Subscription> RECEIVERS =
            List.of(new Subscription("all", Severity.INFO), new Subscription("pager", Severity.CRITICAL));

    private final AuditFixture fixture = new AuditFixture();
    private AuditDatabase database;
    private BatchWriter writer;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(fixture.settings());
        writer = new BatchWriter(database, RECEIVERS, NOON);
    }

    @AfterEach
    void close() {
        database.close();
        fixture.close();
    }

    @Test
    void storesTheSameBatchTwiceAsOnce() {
        List<Incoming> batch = batch();
        Applied first = writer.write(batch);
        List<String> once = fixture.contents();

        Applied second = writer.write(batch);

        assertThat(first.events()).hasSize(1);
        assertThat(second.events()).isEmpty();
        assertThat(fixture.contents()).isEqualTo(once).hasSize(10);
    }

    @Test
    void aTransactionKilledBeforeItsOffsetsLeavesNothingBehind() {
        fixture.execute(
                "create function evenkeel.kill() returns trigger language plpgsql as "
                        + "$$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$",
                "create trigger kill before insert on evenkeel.consumer_offset execute function evenkeel.kill()");

        assertThatThrownBy(() -> writer.write(batch())).isInstanceOf(AuditException.class);
        assertThat(fixture.contents()).isEmpty();

        fixture.execute("drop trigger kill on evenkeel.consumer_offset");
        assertThat(writer.write(batch()).events()).hasSize(1);
        assertThat(fixture.contents()).hasSize(10);
    }

    @Test
    void theLastWordOnAnObjectWinsWithinABatch() {
        CatalogObject text = Samples.column("t", "c", "text");
        CatalogObject integer = Samples.column("t", "c", "integer");
        CatalogObject other = Samples.column("t", "d", "text");

        writer.write(List.of(present(0, text), present(1, other), present(2, integer), gone(3, other)));

        assertThat(fixture.rows("select record #>> '{attributes,type}' from evenkeel.catalog_object"))
                .containsExactly("integer");
        writer.write(List.of(gone(4, integer)));
        assertThat(fixture.rows("select 1 from evenkeel.catalog_object")).isEmpty();
        assertThat(fixture.rows("select next_offset from evenkeel.consumer_offset"))
                .containsExactly("5");
    }

    @Test
    void rejectsTheOneRecordThatTheDatabaseCannotHold() {
        CatalogObject hostile = Samples.column("t", "nul", "a\0b");
        List<Incoming> batch = List.of(
                present(0, Samples.column("t", "a", "text")),
                present(1, hostile),
                present(2, Samples.column("t", "b", "text")));

        Applied applied = writer.write(batch);

        assertThat(applied.rejected()).isEqualTo(1);
        assertThat(fixture.rows("select key ->> 3 from evenkeel.catalog_object order by 1"))
                .containsExactly("a", "b");
        assertThat(fixture.rows("select record_offset from evenkeel.rejected_record"))
                .containsExactly("1");
        assertThat(fixture.rows("select next_offset from evenkeel.consumer_offset"))
                .containsExactly("3");
    }

    @Test
    void aReceiverHearsOfAnEpisodeThatWasOnceBadEnough() {
        Drift bad = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", "p");
        Drift better = Drifts.drift(Severity.INFO, Change.MISSING, "policy", "public", "t", "p");
        Drift small = Drifts.drift(Severity.INFO, Change.MISSING, "policy", "public", "t", "q");

        writer.write(List.of(
                event(0, Drifts.opened(bad)),
                event(1, Drifts.opened(small)),
                event(2, Drifts.event(better, DriftEvent.Type.CHANGED, Samples.NOON))));
        writer.write(List.of(event(3, Drifts.event(better, DriftEvent.Type.RESOLVED, Samples.NOON))));

        assertThat(fixture.rows("select e.type from evenkeel.delivery d join evenkeel.event e on e.id = d.event_id "
                        + "where receiver = 'pager' order by e.position"))
                .containsExactly("opened", "changed", "resolved");
        assertThat(fixture.rows("select 1 from evenkeel.delivery where receiver = 'all'"))
                .hasSize(4);
    }

    @Test
    void aRetiredComparisonTakesItsDriftsAlong() {
        Drift drift = Drifts.drift(Severity.INFO, Change.MISSING, "policy", "public", "t", "p");
        writer.write(List.of(
                onDrift(0, new DriftRecord.Open(drift)),
                onDrift(1, new DriftRecord.Evaluated(Drifts.state(Samples.NOON, 1)))));
        assertThat(fixture.rows("select 1 from evenkeel.drift")).hasSize(1);

        writer.write(List.of(onDrift(2, new DriftRecord.Retired(Drifts.PRODUCTION, 0))));

        assertThat(fixture.rows("select 1 from evenkeel.drift")).isEmpty();
        assertThat(fixture.rows("select 1 from evenkeel.comparison_slice")).isEmpty();
    }

    @Test
    void storesThousandsOfObjectsASecond() {
        List<Incoming> many = IntStream.range(0, 4000)
                .mapToObj(i -> present(i, Samples.column("t" + i / 20, "c" + i, "text")))
                .toList();
        writer.write(many.subList(0, 100));

        long start = System.nanoTime();
        for (int round = 0; round < 5; round++) {
            writer.write(many);
        }
        double perSecond = 5 * 4000 / ((System.nanoTime() - start) / 1e9);

        System.out.printf("stored %.0f objects a second%n", perSecond);
        assertThat(perSecond).isGreaterThan(2000);
    }

    private static List<Incoming> batch() {
        Drift drift = Drifts.drift(Severity.CRITICAL, Change.MISSING, "table", "public", "t");
        return List.of(
                present(0, Samples.table("t", Map.of("persistence", new Value.Text("permanent")))),
                new Incoming(
                        "x.catalog.staging",
                        0,
                        1,
                        new Content.OfCatalog(
                                Samples.STAGING,
                                new CatalogRecord.Marked(Drifts.marker(Samples.STAGING, Samples.NOON, 1)),
                                "")),
                onDrift(0, new DriftRecord.Open(drift)),
                onDrift(1, new DriftRecord.Evaluated(Drifts.state(Samples.NOON, 1))),
                event(0, Drifts.opened(drift)));
    }

    private static Incoming present(long offset, CatalogObject object) {
        String json = new String(
                new RecordCodec().encode(Samples.STAGING, object).value().orElseThrow(), StandardCharsets.UTF_8);
        return new Incoming(
                "x.catalog.staging",
                0,
                offset,
                new Content.OfCatalog(Samples.STAGING, new CatalogRecord.Present(object), json));
    }

    private static Incoming gone(long offset, CatalogObject object) {
        return new Incoming(
                "x.catalog.staging",
                0,
                offset,
                new Content.OfCatalog(Samples.STAGING, new CatalogRecord.Gone(object.key(), object.root()), ""));
    }

    private static Incoming onDrift(long offset, DriftRecord record) {
        return new Incoming("x.drift", 0, offset, new Content.OfDrift(record));
    }

    private static Incoming event(long offset, DriftEvent event) {
        return new Incoming("x.events", 0, offset, new Content.OfEvent(event));
    }
}
