package io.evenkeel.analyzer.diff;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Side PRODUCTION_17 = Worlds.side(PRODUCTION, 17);
    private static final Unread LOCKED = new Unread(Worlds.COLUMN, UnknownReason.LOCKED, "a lock on public.t");

    @Test
    void everythingIsMeasuredBetweenEqualMajors() {
        Scope scope = Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17));

        assertThat(scope.unknown(kind -> true)).isEmpty();
        assertThat(scope.isUnread(Worlds.COLUMN)).isFalse();
    }

    @Test
    void kindUnreadOnEitherSideIsUnknown() {
        Unknown expected = new Unknown(STAGING, Optional.of(Worlds.COLUMN), UnknownReason.LOCKED, "a lock on public.t");

        assertThat(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, LOCKED))
                        .unknown(kind -> true))
                .containsExactly(expected);
        assertThat(Scope.between(Worlds.side(STAGING, 17, LOCKED), PRODUCTION_17)
                        .unknown(kind -> true))
                .containsExactly(expected);
    }

    @Test
    void kindThatOneCollectorDoesNotKnowIsUnknownThere() {
        Side old = new Side(STAGING, Worlds.kinds().subList(0, 1), List.of(), Optional.of(17));

        Scope scope = Scope.between(PRODUCTION_17, old);

        assertThat(scope.isUnread(Worlds.NOTE)).isTrue();
        assertThat(scope.unknown(kind -> true))
                .extracting(Unknown::environment, unknown -> unknown.kind().orElseThrow())
                .containsExactlyInAnyOrder(tuple(STAGING, Worlds.COLUMN), tuple(STAGING, Worlds.NOTE));
    }

    @Test
    void versionBoundKindIsUnknownWhereBothSidesHaveObjects() {
        Scope scope = Scope.between(PRODUCTION_17, Worlds.side(STAGING, 15));

        assertThat(scope.unknown(kind -> true)).singleElement().satisfies(unknown -> {
            assertThat(unknown.kind()).contains(Worlds.COLUMN);
            assertThat(unknown.reason()).isEqualTo(UnknownReason.VERSION);
            assertThat(unknown.detail()).contains("PostgreSQL 15 against 17").contains("definition");
        });
        assertThat(scope.unknown(kind -> false)).isEmpty();
    }

    @Test
    void serverOfUnknownVersionIsNotTakenForEqual() {
        Side silent = new Side(STAGING, Worlds.kinds(), List.of(), Optional.empty());

        assertThat(Scope.between(silent, silent).unknown(kind -> true))
                .extracting(Unknown::reason)
                .containsExactly(UnknownReason.VERSION);
    }

    @Test
    void differenceSeenBeforeIsHiddenByAnotherMajorUntilTheObjectGoes() {
        Difference before = different("definition");
        Scope scope = Scope.between(PRODUCTION_17, Worlds.side(STAGING, 15));

        assertThat(scope.hides(before, true)).isTrue();
        assertThat(scope.hides(before, false)).isFalse();
        assertThat(scope.hides(different("type"), true)).isFalse();
    }

    @Test
    void basisStaysWhileOnlyTheWordingOfTroubleMoves() {
        Unread reworded = new Unread(Worlds.COLUMN, UnknownReason.TIMEOUT, "after 51 ms");

        assertThat(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, LOCKED))
                        .basis())
                .isEqualTo(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, reworded))
                        .basis())
                .isNotEqualTo(
                        Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17)).basis())
                .isNotEqualTo(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 15, LOCKED))
                        .basis());
    }

    @Test
    void kindThatNobodyDescribesIsDescribedByItsName() {
        Side bare = new Side(STAGING, List.of(), List.of(), Optional.of(17));

        assertThat(Scope.between(bare, bare).descriptor(Worlds.TABLE))
                .isEqualTo(KindDescriptor.undescribed(Worlds.TABLE));
    }

    private static Difference different(String attribute) {
        return new Difference(
                column("t", "c", "text").key(),
                Optional.empty(),
                Change.DIFFERENT,
                List.of(new AttributeDifference(attribute, Value.NULL, new Value.Int(1))),
                new TreeMap<>());
    }
}
