package io.evenkeel.analyzer.compare;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.analyzer.diff.Side;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparerTest {
    private static final CatalogObject TABLE = table("t", Map.of());
    private static final CatalogObject COLUMN = column("t", "c", "text");

    @Test
    void findingCarriesWhatTheKindSays() {
        Result result = Comparer.compare(production(TABLE, COLUMN), staging(17, TABLE), Tolerances.NONE);

        assertThat(result.unknown()).isEmpty();
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.difference().key()).isEqualTo(COLUMN.key());
            assertThat(finding.difference().change()).isEqualTo(Change.MISSING);
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.advice()).isEqualTo("create it");
            assertThat(finding.category()).isEqualTo("structure");
            assertThat(finding.order()).isEqualTo(10);
        });
    }

    @Test
    void childrenAreFoldedWithinTheirRoot() {
        Result result = Comparer.compare(production(TABLE, COLUMN), staging(17), Tolerances.NONE);

        assertThat(result.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.difference().foldedCount()).isEqualTo(1));
    }

    @Test
    void unreadKindIsNeitherMissingNorInSync() {
        Snapshot blind = new Snapshot(
                Worlds.side(STAGING, 17, new Unread(Worlds.COLUMN, UnknownReason.PERMISSION, "denied")),
                List.of(TABLE));

        Result result = Comparer.compare(production(TABLE, COLUMN), blind, Tolerances.NONE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.unknown()).extracting(Unknown::reason).containsExactly(UnknownReason.PERMISSION);
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true"})
    void unreadPartIsUnknownAndTheRestIsCompared(boolean ours, boolean theirs) {
        Unread part =
                new Unread(Worlds.COLUMN, UnknownReason.PERMISSION, "denied", Optional.of(List.of("public", "t")));
        CatalogObject elsewhere = column("u", "c", "text");
        Unread[] none = {};

        Result result = Comparer.compare(
                new Snapshot(
                        Worlds.side(PRODUCTION, 17, ours ? new Unread[] {part} : none),
                        ours ? List.of(elsewhere) : List.of(COLUMN, elsewhere)),
                new Snapshot(
                        Worlds.side(STAGING, 17, theirs ? new Unread[] {part} : none),
                        theirs ? List.of() : List.of(COLUMN)),
                Tolerances.NONE);

        assertThat(result.findings())
                .extracting(finding -> finding.difference().key())
                .containsExactly(elsewhere.key());
        assertThat(result.unknown())
                .hasSize((ours ? 1 : 0) + (theirs ? 1 : 0))
                .allSatisfy(unknown -> assertThat(unknown.within()).containsExactly("public", "t"));
    }

    @Test
    void lastStateOfAnUnreadParentStillFoldsItsChildren() {
        Snapshot blind = new Snapshot(
                Worlds.side(STAGING, 17, new Unread(Worlds.TABLE, UnknownReason.LOCKED, "locked")), List.of());

        assertThat(Comparer.compare(production(TABLE, COLUMN), blind, Tolerances.NONE)
                        .findings())
                .isEmpty();
    }

    @Test
    void equalTextIsMeasuredAcrossMajors() {
        Result result =
                Comparer.compare(production(TABLE, defined("a")), staging(15, TABLE, defined("a")), Tolerances.NONE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.unknown()).isEmpty();
    }

    @Test
    void twoMajorsAreUnknownWhereTheirTextsDiffer() {
        Result result = Comparer.compare(
                production(TABLE, COLUMN, defined("a")), staging(15, TABLE, COLUMN, defined("b")), Tolerances.NONE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.unknown()).singleElement().satisfies(unknown -> {
            assertThat(unknown.reason()).isEqualTo(UnknownReason.VERSION);
            assertThat(unknown.kind()).contains(Worlds.COLUMN);
            assertThat(unknown.objects()).isEqualTo(1);
            assertThat(unknown.first())
                    .containsExactly(new Unmeasured(defined("a").key(), UnknownReason.VERSION, List.of("definition")));
        });
    }

    @Test
    void unreadKindIsUnknownOnce() {
        Snapshot blind = new Snapshot(
                Worlds.side(STAGING, 15, new Unread(Worlds.COLUMN, UnknownReason.LOCKED, "locked")),
                List.of(defined("b")));

        assertThat(Comparer.compare(production(defined("a")), blind, Tolerances.NONE)
                        .unknown())
                .extracting(Unknown::reason)
                .containsExactly(UnknownReason.LOCKED);
    }

    @Test
    void whatLiesInASchemaThatOneSideLeavesOutIsToldAndNoDrift() {
        Snapshot without = new Snapshot(Worlds.side(STAGING, new Choice(List.of(), List.of("publ*"))), List.of());
        Snapshot with = new Snapshot(Worlds.side(STAGING, new Choice(List.of("public"), List.of())), List.of());

        Result left = Comparer.compare(production(TABLE, COLUMN), without, Tolerances.NONE);
        assertThat(left.findings()).isEmpty();
        assertThat(left.unknown()).hasSize(2).allMatch(Unknown::byChoice).allMatch(unknown -> unknown.objects() == 1);
        Snapshot everywhere = new Snapshot(Worlds.side(STAGING, 17), List.of());
        assertThat(Comparer.compare(without, everywhere, Tolerances.NONE).unknown())
                .isEmpty();
        assertThat(Comparer.compare(production(TABLE, COLUMN), with, Tolerances.NONE)
                        .findings())
                .hasSize(1);
    }

    @Test
    void measurementIsNoDriftOfItsOwnWhereItsTableIsAPlatforms() {
        ObjectKind volume = new ObjectKind("volume");
        KindDescriptor descriptor = new KindDescriptor(
                volume, "Volumes", "data", Severity.INFO, new TreeMap<>(), 1, Set.of(), new TreeMap<>());
        List<KindDescriptor> kinds =
                Stream.concat(Worlds.kinds().stream(), Stream.of(descriptor)).toList();
        CatalogObject measured = new CatalogObject(
                new ObjectKey(volume, TABLE.key().identity()),
                TABLE.root(),
                Optional.of(TABLE.key()),
                Attributes.NONE,
                Attributes.NONE);
        CatalogObject platforms = new CatalogObject(
                TABLE.key(),
                TABLE.root(),
                TABLE.parent(),
                TABLE.compared(),
                Attributes.of(Map.of(OwnerClass.ATTRIBUTE, OwnerClass.PLATFORM)));
        Side production = new Side(PRODUCTION, kinds, List.of(), Optional.of(17));
        Snapshot nothing = new Snapshot(new Side(STAGING, kinds, List.of(), Optional.of(17)), List.of());

        assertThat(Comparer.compare(new Snapshot(production, List.of(platforms, measured)), nothing, Tolerances.NONE)
                        .findings())
                .isEmpty();
        assertThat(Comparer.compare(new Snapshot(production, List.of(TABLE, measured)), nothing, Tolerances.NONE)
                        .findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.difference().foldedCount()).isEqualTo(1));
    }

    private static CatalogObject defined(String definition) {
        CatalogObject column = column("t", "defined", "text");
        return new CatalogObject(
                column.key(),
                column.root(),
                column.parent(),
                Attributes.of(Map.of("definition", new Value.Text(definition))),
                column.carried());
    }

    private static Snapshot production(CatalogObject... objects) {
        return new Snapshot(Worlds.side(PRODUCTION, 17), List.of(objects));
    }

    private static Snapshot staging(int major, CatalogObject... objects) {
        return new Snapshot(Worlds.side(STAGING, major), List.of(objects));
    }
}
