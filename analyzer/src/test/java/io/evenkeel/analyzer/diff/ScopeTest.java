package io.evenkeel.analyzer.diff;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Side PRODUCTION_17 = Worlds.side(PRODUCTION, 17);
    private static final Unread LOCKED = new Unread(Worlds.COLUMN, UnknownReason.LOCKED, "a lock on public.t");

    private static final ObjectKey A_COLUMN = column("t", "c", "text").key();

    @Test
    void everythingIsMeasuredBetweenEqualMajors() {
        Scope scope = Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17), Tolerances.NONE);

        assertThat(scope.unknown(List.of())).isEmpty();
        assertThat(scope.isUnread(A_COLUMN)).isFalse();
    }

    @Test
    void kindUnreadOnEitherSideIsUnknown() {
        Unknown expected = new Unknown(STAGING, Optional.of(Worlds.COLUMN), UnknownReason.LOCKED, "a lock on public.t");

        assertThat(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, LOCKED), Tolerances.NONE)
                        .unknown(List.of()))
                .containsExactly(expected);
        assertThat(Scope.between(Worlds.side(STAGING, 17, LOCKED), PRODUCTION_17, Tolerances.NONE)
                        .unknown(List.of()))
                .containsExactly(expected);
    }

    @Test
    void kindThatOneCollectorDoesNotKnowIsUnknownThere() {
        Side old = new Side(STAGING, Worlds.kinds().subList(0, 1), List.of(), Optional.of(17));

        Scope scope = Scope.between(PRODUCTION_17, old, Tolerances.NONE);

        assertThat(scope.isUnread(new ObjectKey(Worlds.NOTE, List.of("n")))).isTrue();
        assertThat(scope.unknown(List.of()))
                .extracting(Unknown::environment, unknown -> unknown.kind().orElseThrow())
                .containsExactlyInAnyOrder(tuple(STAGING, Worlds.COLUMN), tuple(STAGING, Worlds.NOTE));
    }

    @Test
    void gapNamesItsReasonAndItsObjects() {
        Scope scope = Scope.between(PRODUCTION_17, Worlds.side(STAGING, 15), Tolerances.NONE);
        List<Gap> gaps = Gap.of(List.of(
                unmeasured("b", UnknownReason.VERSION),
                unmeasured("a", UnknownReason.VERSION),
                unmeasured("c", UnknownReason.REDACTION_KEY)));

        assertThat(scope.unknown(gaps))
                .extracting(Unknown::sentence)
                .satisfiesExactly(
                        version -> assertThat(version)
                                .isEqualTo("PostgreSQL 15 against 17: not comparable as text: 2 objects, "
                                        + "public.t.a (definition), public.t.b (definition)"),
                        key -> assertThat(key)
                                .contains("with another key than in production")
                                .endsWith("1 object, public.t.c (definition)"));
        assertThat(scope.unknown(List.of())).isEmpty();
    }

    @Test
    void gapsStayBounded() {
        List<Unmeasured> many = IntStream.range(0, 1_000)
                .mapToObj(number -> unmeasured("c%03d".formatted(number), UnknownReason.VERSION))
                .toList();

        assertThat(Gap.of(many.reversed())).singleElement().satisfies(gap -> {
            assertThat(gap.objects()).isEqualTo(1_000);
            assertThat(gap.first()).isEqualTo(many.subList(0, 5));
        });
    }

    @Test
    void serverOfUnknownVersionIsNotTakenForEqual() {
        Side silent = new Side(STAGING, Worlds.kinds(), List.of(), Optional.empty());
        AttributeDifference text = new AttributeDifference("definition", new Value.Text("a"), new Value.Text("b"));

        assertThat(Scope.between(silent, silent, Tolerances.NONE).doubt(Worlds.COLUMN, text, true))
                .contains(UnknownReason.VERSION);
        assertThat(Scope.between(PRODUCTION_17, PRODUCTION_17, Tolerances.NONE).doubt(Worlds.COLUMN, text, true))
                .isEmpty();
    }

    @Test
    void basisStaysWhileOnlyTheWordingOfTroubleMoves() {
        Unread reworded = new Unread(Worlds.COLUMN, UnknownReason.TIMEOUT, "after 51 ms");

        assertThat(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, LOCKED), Tolerances.NONE)
                        .basis())
                .isEqualTo(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, reworded), Tolerances.NONE)
                        .basis())
                .isNotEqualTo(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17), Tolerances.NONE)
                        .basis())
                .isNotEqualTo(Scope.between(PRODUCTION_17, Worlds.side(STAGING, 15, LOCKED), Tolerances.NONE)
                        .basis());
    }

    @Test
    void kindThatNobodyDescribesIsDescribedByItsName() {
        Side bare = new Side(STAGING, List.of(), List.of(), Optional.of(17));

        assertThat(Scope.between(bare, bare, Tolerances.NONE).descriptor(Worlds.TABLE))
                .isEqualTo(KindDescriptor.undescribed(Worlds.TABLE));
    }

    @Test
    void whatTheSettingsLeaveOutIsToldAndHidesNothing() {
        Unread leftOut = new Unread(Worlds.COLUMN, UnknownReason.EXCLUDED, "left out by settings");
        Scope scope = Scope.between(PRODUCTION_17, Worlds.side(STAGING, 17, leftOut), Tolerances.NONE);

        assertThat(scope.isUnread(A_COLUMN)).isTrue();
        assertThat(scope.isLeftOut(A_COLUMN)).isTrue();
        assertThat(scope.hides(A_COLUMN)).isFalse();
        assertThat(scope.unknown(List.of()))
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.byChoice()).isTrue());
    }

    private static Unmeasured unmeasured(String column, UnknownReason reason) {
        return new Unmeasured(column("t", column, "text").key(), reason, List.of("definition"));
    }
}
