package io.evenkeel.analyzer.topology;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.kind;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two majors: text that neither says in the other's words is unknown, object by object, and open drifts wait. */
class MajorsTest {
    private static final Comparison STAGING_CHECK = new Comparison(PRODUCTION, STAGING);
    private static final ObjectKind COLUMNS = new ObjectKind("column");
    private static final CatalogObject TABLE = table("t", Map.of());
    private static final CatalogObject OTHER_TABLE = table("u", Map.of());
    private static final CatalogObject SAME = column("t", "same", "SELECT t.a FROM s.t");
    private static final CatalogObject SAME_IN_OTHER_WORDS = column("t", "same", "SELECT a FROM s.t");
    private static final CatalogObject ONE = column("t", "c", "one");
    private static final CatalogObject OTHER = column("t", "c", "other");
    private static final CatalogObject SECOND_ONE = column("u", "d", "one");
    private static final CatalogObject SECOND_OTHER = column("u", "d", "other");

    private final FakeCollector production =
            new FakeCollector(PRODUCTION).reads(kind("table"), bound()).has(TABLE, OTHER_TABLE, SAME, ONE, SECOND_ONE);
    private final FakeCollector staging = new FakeCollector(STAGING)
            .reads(kind("table"), bound())
            .runs(18)
            .has(TABLE, OTHER_TABLE, SAME_IN_OTHER_WORDS, ONE, SECOND_ONE);
    private Bench bench = new Bench(STAGING_CHECK);

    private static KindDescriptor bound() {
        return new KindDescriptor(
                COLUMNS,
                "columns",
                "structure",
                Severity.WARNING,
                new TreeMap<>(),
                10,
                Set.of("type"),
                new TreeMap<>());
    }

    @BeforeEach
    void equalTextsAreInSync() {
        bench.publish(PRODUCTION, production.snapshot());
        bench.publish(STAGING, staging.snapshot());
        assertThat(unknown()).isEmpty();
        assertThat(bench.events()).isEmpty();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void textsAreUnknownWhileTheyDifferAndAreCountedObjectByObject() {
        bench.publish(STAGING, staging.has(OTHER).snapshot());
        assertThat(covered()).containsExactly(ONE);

        bench.publish(PRODUCTION, production.has(SECOND_OTHER).snapshot());
        assertThat(covered()).containsExactly(ONE, SECOND_ONE);

        bench.publish(STAGING, staging.has(ONE).snapshot());
        assertThat(covered()).containsExactly(SECOND_ONE);

        bench.publish(STAGING, staging.has(SECOND_OTHER).snapshot());
        assertThat(unknown()).isEmpty();
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void heartbeatGoesOnTellingIt() {
        bench.publish(STAGING, staging.has(OTHER).snapshot());
        bench.publish(STAGING, staging.snapshot()).publish(PRODUCTION, production.snapshot());

        assertThat(covered()).containsExactly(ONE);
    }

    @Test
    void objectThatGoesIsMissingAndNoLongerUnknown() {
        bench.publish(STAGING, staging.has(OTHER).snapshot());
        bench.publish(STAGING, staging.drops(OTHER).snapshot());

        assertThat(unknown()).isEmpty();
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.OPENED);
    }

    @Test
    void driftOfOneMajorWaitsWhileTheMajorsDiffer() {
        bench.publish(STAGING, staging.runs(17).has(OTHER, SAME).snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.OPENED);

        bench.publish(STAGING, staging.runs(18).snapshot());
        assertThat(covered()).containsExactly(ONE);
        assertThat(bench.open()).hasSize(1);
        assertThat(bench.lastState().openDrifts()).isEqualTo(1);

        bench.publish(PRODUCTION, production.runs(18).snapshot());
        assertThat(unknown()).isEmpty();
        assertThat(bench.events()).isEmpty();
        assertThat(bench.open()).hasSize(1);

        bench.publish(PRODUCTION, production.runs(17).snapshot());
        bench.publish(STAGING, staging.has(ONE).snapshot());
        assertThat(bench.events()).extracting(DriftEvent::type).containsExactly(DriftEvent.Type.RESOLVED);
        assertThat(unknown()).isEmpty();
    }

    @Test
    void unreadKindIsUnknownAsAWholeMeanwhile() {
        bench.publish(STAGING, staging.has(OTHER).snapshot());
        bench.publish(
                STAGING,
                staging.cannotRead(new Unread(COLUMNS, UnknownReason.LOCKED, "locked"))
                        .snapshot());
        assertThat(unknown()).extracting(Unknown::reason).containsExactly(UnknownReason.LOCKED);

        bench.publish(STAGING, staging.cannotRead().snapshot());
        assertThat(covered()).containsExactly(ONE);
    }

    @Test
    void restartRemembersIt() {
        bench.publish(STAGING, staging.has(OTHER).snapshot());

        bench = bench.restart(STAGING_CHECK);
        bench.publish(PRODUCTION, production.snapshot());
        assertThat(covered()).containsExactly(ONE);

        bench.publish(STAGING, staging.has(ONE).snapshot());
        assertThat(unknown()).isEmpty();
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void retiredComparisonForgetsIt() {
        bench.publish(STAGING, staging.has(OTHER).snapshot());
        Comparison opposite = new Comparison(STAGING, PRODUCTION);

        bench = bench.restart(opposite).passTime().restart(STAGING_CHECK);
        bench.publish(STAGING, staging.has(ONE).snapshot());

        assertThat(unknown()).isEmpty();
    }

    private List<Unknown> unknown() {
        return bench.lastState().unknown();
    }

    /** The objects whose text is unknown, as they are in production. */
    private List<CatalogObject> covered() {
        assertThat(unknown()).hasSize(1);
        Unknown version = unknown().getFirst();
        assertThat(version.reason()).isEqualTo(UnknownReason.VERSION);
        assertThat(version.kind()).contains(COLUMNS);
        assertThat(version.objects()).isEqualTo(version.first().size());
        return version.first().stream()
                .map(Unmeasured::key)
                .map(key -> key.equals(ONE.key()) ? ONE : SECOND_ONE)
                .toList();
    }
}
