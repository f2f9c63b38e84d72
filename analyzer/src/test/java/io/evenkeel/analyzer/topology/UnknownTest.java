package io.evenkeel.analyzer.topology;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.Slice;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.contract.wire.RecordCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be measured is neither in sync nor missing, and open drifts wait. */
class UnknownTest {
    private static final CatalogObject TABLE = table("t", Map.of());
    private static final CatalogObject COLUMN = column("t", "c", "text");
    private static final ObjectKind COLUMNS = new ObjectKind("column");

    private final Bench bench = new Bench(new Comparison(PRODUCTION, STAGING));
    private final FakeCollector production = new FakeCollector(PRODUCTION).has(TABLE, COLUMN);
    private final FakeCollector staging = new FakeCollector(STAGING).has(TABLE);

    @BeforeEach
    void columnIsMissing() {
        bench.publish(PRODUCTION, production.snapshot());
        assertThat(reasons()).containsExactly(UnknownReason.NO_SNAPSHOT);
        assertThat(bench.lastState().target()).isEmpty();
        assertThat(bench.events()).isEmpty();

        bench.publish(STAGING, staging.snapshot());
        assertThat(bench.events()).hasSize(1);
        assertThat(reasons()).isEmpty();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aMissedTombstoneIsMadeUpForByTheKeysInTheMarker() {
        bench.publish(PRODUCTION, production.drops(COLUMN).loses().snapshot());
        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
        assertThat(bench.open()).hasSize(1);

        bench.publish(PRODUCTION, production.listsKeys().snapshot());
        assertThat(reasons()).isEmpty();
        assertThat(bench.open()).isEmpty();
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
    }

    @Test
    void lostRecordsMakeTheEnvironmentUnverifiedUntilAMarkerAgrees() {
        bench.publish(STAGING, staging.has(COLUMN).loses().snapshot());
        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
        assertThat(unknown().environment()).isEqualTo(STAGING);
        assertThat(bench.events()).isEmpty();
        assertThat(bench.open()).hasSize(1);

        bench.publish(PRODUCTION, production.drops(COLUMN).snapshot());
        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
        assertThat(bench.events()).isEmpty();

        bench.publish(STAGING, staging.fullSnapshot());
        assertThat(reasons()).isEmpty();
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.CHANGED);
    }

    @Test
    void markerOfAnotherSliceIsNotBelieved() {
        Slice elsewhere = new Slice(3, 4, 0, staging.marker().slice().fingerprint());

        bench.publish(STAGING, new RecordCodec().encode(staging.marker().withSlice(elsewhere)));

        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
    }

    @Test
    void failureLeavesOpenDriftsAndTellsItsReason() {
        bench.publish(PRODUCTION, production.drops(COLUMN).snapshot());
        bench.publish(PRODUCTION, production.has(COLUMN).snapshot());
        bench.events();

        bench.publish(STAGING, staging.fails(UnknownReason.UNREACHABLE).snapshot());
        assertThat(reasons()).containsExactly(UnknownReason.UNREACHABLE);
        bench.publish(PRODUCTION, production.drops(COLUMN).snapshot());
        assertThat(bench.events()).isEmpty();
        assertThat(bench.open()).hasSize(1);
        assertThat(bench.lastState().openDrifts()).isEqualTo(1);

        bench.publish(STAGING, staging.recovers().snapshot());
        assertThat(reasons()).isEmpty();
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
    }

    @Test
    void briefMarkerCountsWithTheKindsOfTheOneItRefersTo() {
        bench.publish(STAGING, staging.has(COLUMN).briefSnapshot());

        assertThat(reasons()).isEmpty();
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
        assertThat(bench.open()).isEmpty();
    }

    @Test
    void briefMarkerWhoseReferenceIsNotKnownIsNotBelieved() {
        staging.marker();

        bench.publish(STAGING, staging.has(COLUMN).briefSnapshot());
        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
        assertThat(bench.open()).hasSize(1);

        bench.publish(STAGING, staging.snapshot());
        assertThat(reasons()).isEmpty();
        assertThat(bench.open()).isEmpty();
    }

    @Test
    void environmentThatWasNeverReadIsNotEmpty() {
        try (Bench fresh = new Bench(new Comparison(PRODUCTION, STAGING))) {
            FakeCollector silent = new FakeCollector(STAGING).neverRead();
            fresh.publish(PRODUCTION, production.fullSnapshot());
            fresh.publish(STAGING, silent.snapshot());
            assertThat(fresh.lastState().unknown())
                    .extracting(Unknown::reason)
                    .containsExactly(UnknownReason.NO_SNAPSHOT);

            fresh.publish(STAGING, silent.fails(UnknownReason.AUTHENTICATION).snapshot());
            assertThat(fresh.lastState().unknown())
                    .extracting(Unknown::reason)
                    .containsExactly(UnknownReason.AUTHENTICATION);
            assertThat(fresh.lastState().target()).isEmpty();
            assertThat(fresh.events()).isEmpty();
        }
    }

    @Test
    void unreadKindWaitsAndIsComparedAgainAfterwards() {
        Unread locked = new Unread(COLUMNS, UnknownReason.LOCKED, "locked");
        bench.publish(STAGING, staging.cannotRead(locked).snapshot());
        assertThat(unknown().kind()).contains(COLUMNS);
        assertThat(bench.events()).isEmpty();

        bench.publish(PRODUCTION, production.drops(COLUMN).snapshot());
        bench.publish(PRODUCTION, production.has(column("t", "new", "text")).snapshot());
        assertThat(bench.events()).isEmpty();
        assertThat(bench.open()).hasSize(1);

        bench.publish(STAGING, staging.cannotRead().snapshot());
        assertThat(reasons()).isEmpty();
        assertThat(bench.events())
                .extracting(DriftEvent::type)
                .containsExactlyInAnyOrder(DriftEvent.Type.RESOLVED, DriftEvent.Type.OPENED);
    }

    @Test
    void unreadPartWaitsWhileTheRestGoesOn() {
        Unread part = new Unread(COLUMNS, UnknownReason.PERMISSION, "denied", Optional.of(List.of("public", "t")));
        bench.publish(STAGING, staging.cannotRead(part).snapshot());
        assertThat(unknown().within()).containsExactly("public", "t");
        assertThat(bench.events()).isEmpty();

        bench.publish(PRODUCTION, production.drops(COLUMN).snapshot());
        assertThat(bench.events()).isEmpty();
        bench.publish(PRODUCTION, production.has(column("u", "c", "text")).snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.OPENED);

        bench.publish(STAGING, staging.cannotRead().snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void poisonNeitherStopsNorLies() {
        bench.poison(STAGING, "[\"table\",\"public\",\"t\"]", "not JSON");
        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
        int states = bench.states().size();
        bench.poison(STAGING, "", "{}").poison(STAGING, "[\"$marker\"]", "{\"format\":2}");
        assertThat(bench.states()).as("told once").hasSize(states);
        assertThat(bench.metric("malformed-records-total")).isEqualTo(3);

        bench.publish(STAGING, staging.snapshot());

        assertThat(reasons()).isEmpty();
        assertThat(bench.open()).hasSize(1);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void markerOfAnotherEnvironmentIsNotBelieved() {
        bench.publish(STAGING, new RecordCodec().encode(Samples.marker(PRODUCTION, 9, 9, 17, new Slice(0, 1, 0, ""))));

        assertThat(reasons()).containsExactly(UnknownReason.UNVERIFIED);
    }

    private List<UnknownReason> reasons() {
        return bench.lastState().unknown().stream().map(Unknown::reason).toList();
    }

    private Unknown unknown() {
        assertThat(bench.lastState().unknown()).hasSize(1);
        return bench.lastState().unknown().getFirst();
    }
}
