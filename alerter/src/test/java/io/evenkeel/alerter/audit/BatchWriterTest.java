package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.MajorRange;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.DriftRecord;
import io.evenkeel.contract.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
    private static final Clock NOON = Clock.fixed(Samples.NOON, ZoneOffset.UTC);

    private final AuditFixture fixture = new AuditFixture();
    private AuditDatabase database;
    private Leadership leadership;
    private BatchWriter writer;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(fixture.settings());
        leadership = new Leadership(database);
        assertThat(leadership.term()).hasValue(1);
        writer = new BatchWriter(database, leadership, NOON);
    }

    @AfterEach
    void close() {
        database.close();
        fixture.close();
    }

    private Applied write(List<Incoming> batch) {
        return writer.write(batch, 1);
    }

    @Test
    void storesTheSameBatchTwiceAsOnce() {
        List<Incoming> batch = batch();
        Applied first = write(batch);
        List<String> once = fixture.contents();

        Applied second = write(batch);

        assertThat(first.events()).hasSize(1);
        assertThat(second.events()).isEmpty();
        assertThat(fixture.contents()).isEqualTo(once).hasSize(8);
    }

    @Test
    void aTransactionKilledBeforeItsOffsetsLeavesNothingBehind() {
        fixture.execute(
                "create function evenkeel.kill() returns trigger language plpgsql as "
                        + "$$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$",
                "create trigger kill before update on evenkeel.consumer_offset execute function evenkeel.kill()");

        assertThatThrownBy(() -> write(batch())).isInstanceOf(AuditException.class);
        assertThat(fixture.contents()).isEmpty();

        fixture.execute("drop trigger kill on evenkeel.consumer_offset");
        assertThat(write(batch()).events()).hasSize(1);
        assertThat(fixture.contents()).hasSize(8);
    }

    @Test
    void theLastWordOnAnObjectWinsWithinABatch() {
        CatalogObject text = Samples.column("t", "c", "text");
        CatalogObject integer = Samples.column("t", "c", "integer");
        CatalogObject other = Samples.column("t", "d", "text");

        write(List.of(present(0, text), present(1, other), present(2, integer), gone(3, other)));

        assertThat(fixture.rows("select record::jsonb #>> '{attributes,type}' from evenkeel.catalog_object"))
                .containsExactly("integer");
        write(List.of(gone(4, integer)));
        assertThat(fixture.rows("select 1 from evenkeel.catalog_object")).isEmpty();
        assertThat(fixture.rows("select next_offset from evenkeel.consumer_offset"))
                .containsExactly("5");
    }

    @Test
    void rejectsTheOneRecordThatTheDatabaseCannotHold() {
        List<Incoming> batch = List.of(
                event(0, Drifts.opened(Drifts.drift(Severity.INFO, Change.MISSING, "table", "public", "a"))),
                event(1, Drifts.opened(Drifts.drift(Severity.INFO, Change.MISSING, "table", "public", "a\0b"))),
                event(2, Drifts.opened(Drifts.drift(Severity.INFO, Change.MISSING, "table", "public", "b"))));

        Applied applied = write(batch);

        assertThat(applied.rejected()).isEqualTo(1);
        assertThat(fixture.rows("select key ->> 2 from evenkeel.event order by 1"))
                .containsExactly("a", "b");
        assertThat(fixture.rows("select record_offset from evenkeel.rejected_record"))
                .containsExactly("1");
        assertThat(fixture.rows("select next_offset from evenkeel.consumer_offset"))
                .containsExactly("3");
    }

    @Test
    void aWriterWhoseTurnIsOverWritesNothing() {
        fixture.execute("update evenkeel.leader set held_until = '-infinity'");
        try (Leadership other = new Leadership(database)) {
            assertThat(other.term()).hasValue(2);

            assertThatThrownBy(() -> write(batch())).hasMessageContaining("another alerter leads");
            assertThat(fixture.contents()).isEmpty();
        }
        assertThat(leadership.term()).isEmpty();
    }

    @Test
    void aRetiredComparisonTakesItsDriftsAlong() {
        Drift drift = Drifts.drift(Severity.INFO, Change.MISSING, "policy", "public", "t", "p");
        write(List.of(
                onDrift(0, new DriftRecord.Open(drift)),
                onDrift(1, new DriftRecord.Evaluated(Drifts.state(Samples.NOON, 1)))));
        assertThat(fixture.rows("select 1 from evenkeel.drift")).hasSize(1);

        write(List.of(onDrift(2, new DriftRecord.Retired(Drifts.PRODUCTION, 0))));

        assertThat(fixture.rows("select 1 from evenkeel.drift")).isEmpty();
        assertThat(fixture.rows("select 1 from evenkeel.comparison_slice")).isEmpty();
    }

    @Test
    void whatAPlatformOwnsDoesNotCount() {
        CatalogObject mine = Samples.table("mine", Map.of());
        CatalogObject users = Samples.table("users", Map.of());
        CatalogObject theirs = new CatalogObject(
                users.key(),
                users.root(),
                users.parent(),
                users.compared(),
                Attributes.of(Map.of(OwnerClass.ATTRIBUTE, OwnerClass.PLATFORM)));
        write(List.of(present(0, mine), present(1, users)));
        write(List.of(present(Samples.PRODUCTION, 0, mine), present(Samples.PRODUCTION, 1, theirs)));
        AuditTrail trail = new AuditTrail(database, kind -> false, kind -> false);
        trail.load();
        AuditView view = trail.view();
        ObjectKind table = users.key().kind();

        assertThat(view.counts().get(Samples.STAGING)).containsEntry(table, 2L);
        assertThat(view.counts().get(Samples.PRODUCTION)).containsEntry(table, 1L);
        assertThat(view.counts(Samples.STAGING, Samples.PRODUCTION)).containsEntry(table, 1L);
        assertThat(view.counts(Samples.PRODUCTION, Samples.STAGING)).containsEntry(table, 1L);
    }

    @Test
    void whatTheOtherMajorCannotHaveDoesNotCount() {
        CatalogObject shared = Samples.table("shared", Map.of());
        CatalogObject young = bound(Samples.table("young", Map.of()), MajorRange.SINCE, 18);
        CatalogObject shipped = Samples.table("shipped", Map.of());
        write(List.of(
                marked(Samples.STAGING, 0, 18),
                present(Samples.STAGING, 1, bound(shared, MajorRange.SINCE, 18)),
                present(Samples.STAGING, 2, young),
                present(Samples.STAGING, 3, bound(shipped, MajorRange.SINCE, 18))));
        write(List.of(
                marked(Samples.PRODUCTION, 0, 17),
                present(Samples.PRODUCTION, 1, shared),
                present(Samples.PRODUCTION, 2, bound(shipped, MajorRange.UNTIL, 17))));
        AuditTrail trail = new AuditTrail(database, kind -> false, kind -> false);
        trail.load();
        AuditView view = trail.view();
        ObjectKind table = shared.key().kind();

        assertThat(view.counts().get(Samples.STAGING)).containsEntry(table, 3L);
        assertThat(view.counts(Samples.STAGING, Samples.PRODUCTION)).containsEntry(table, 1L);
        assertThat(view.counts(Samples.PRODUCTION, Samples.STAGING)).containsEntry(table, 1L);
    }

    private static CatalogObject bound(CatalogObject object, String bound, long major) {
        return new CatalogObject(
                object.key(),
                object.root(),
                object.parent(),
                object.compared(),
                Attributes.of(Map.of(bound, new Value.Int(major))));
    }

    @Test
    void aBriefMarkerKeepsTheKindsOfTheOneItRefersTo() {
        SnapshotMarker whole = Samples.marker(Samples.STAGING, 1, 1, 17, new Slice(0, 1, 0, ""));
        SnapshotMarker brief = Samples.marker(Samples.STAGING, 1, 2, 17, new Slice(0, 1, 0, ""));
        SnapshotMarker stray = Samples.marker(Samples.STAGING, 1, 9, 17, new Slice(0, 1, 0, ""));

        write(List.of(marked(0, whole)));
        write(List.of(marked(1, brief.brief(1))));
        write(List.of(marked(2, stray.brief(8))));

        assertThat(fixture.rows("select sequence || ':' || jsonb_array_length(record -> 'kinds')"
                        + " from evenkeel.environment_slice"))
                .containsExactly("2:" + whole.kinds().size());
    }

    private static Incoming marked(Environment environment, long offset, int major) {
        return marked(offset, Samples.marker(environment, 1, 1, major, new Slice(0, 1, 0, "")));
    }

    private static Incoming marked(long offset, SnapshotMarker marker) {
        Environment environment = marker.environment();
        String json = new String(new RecordCodec().encode(marker).value().orElseThrow(), StandardCharsets.UTF_8);
        return new Incoming(
                "x.catalog." + environment,
                0,
                offset,
                new Content.OfCatalog(environment, new CatalogRecord.Marked(marker), json, Optional.empty()));
    }

    @Test
    void storesTensOfThousandsOfObjectsASecond() {
        double fastest = 0;
        for (int round = 0; round < 5; round++) {
            int first = round * 8000;
            List<Incoming> many = IntStream.range(first, first + 8000)
                    .mapToObj(i -> present(i, Samples.column("t" + i / 20, "c" + i, "text")))
                    .toList();
            long start = System.nanoTime();
            write(many.subList(0, 4000));
            write(many.subList(4000, 8000));
            fastest = Math.max(fastest, 8000 / ((System.nanoTime() - start) / 1e9));
        }
        System.out.printf("stored %.0f objects a second%n", fastest);
        assertThat(fastest).isGreaterThan(4000);
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
                                "",
                                Optional.empty())),
                onDrift(0, new DriftRecord.Open(drift)),
                onDrift(1, new DriftRecord.Evaluated(Drifts.state(Samples.NOON, 1))),
                event(0, Drifts.opened(drift)));
    }

    private static Incoming present(long offset, CatalogObject object) {
        return present(Samples.STAGING, offset, object);
    }

    private static Incoming present(Environment environment, long offset, CatalogObject object) {
        String json =
                new String(new RecordCodec().encode(environment, object).value().orElseThrow(), StandardCharsets.UTF_8);
        return new Incoming(
                "x.catalog." + environment,
                0,
                offset,
                new Content.OfCatalog(environment, new CatalogRecord.Present(object), json, Optional.empty()));
    }

    private static Incoming gone(long offset, CatalogObject object) {
        return new Incoming(
                "x.catalog.staging",
                0,
                offset,
                new Content.OfCatalog(
                        Samples.STAGING, new CatalogRecord.Gone(object.key(), object.root()), "", Optional.empty()));
    }

    private static Incoming onDrift(long offset, DriftRecord record) {
        return new Incoming("x.drift", 0, offset, new Content.OfDrift(record));
    }

    private static Incoming event(long offset, DriftEvent event) {
        return new Incoming("x.events", 0, offset, new Content.OfEvent(event));
    }
}
