package io.evenkeel.analyzer.fold;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.analyzer.diff.Differ;
import io.evenkeel.analyzer.diff.Scope;
import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FolderTest {
    private static final Scope SCOPE =
            Scope.between(Worlds.side(PRODUCTION, 17), Worlds.side(STAGING, 17), Tolerances.NONE);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsAddUp(long seed) {
        Random random = new Random(seed);
        Map<ObjectKey, CatalogObject> baseline = Worlds.world(random);
        Map<ObjectKey, CatalogObject> target = Worlds.world(random);
        List<Difference> raw = Differ.diff(baseline, target, SCOPE).differences();

        List<Difference> folded = Folder.fold(raw, baseline, target);

        for (Change change : Change.values()) {
            assertThat(folded.stream()
                            .filter(difference -> difference.change() == change)
                            .mapToInt(difference -> 1 + difference.foldedCount())
                            .sum())
                    .as("%s", change)
                    .isEqualTo(raw.stream()
                            .filter(difference -> difference.change() == change)
                            .count());
        }
        assertThat(folded)
                .filteredOn(difference -> difference.key().kind().equals(Worlds.COLUMN))
                .filteredOn(difference -> difference.change() != Change.DIFFERENT)
                .allSatisfy(difference -> assertThat(baseline.keySet())
                        .as("the table of a column that is missing by itself")
                        .contains(difference.parent().orElseThrow()));
    }

    @Test
    void columnsGoWithTheirTable() {
        CatalogObject table = table("t", Map.of());
        CatalogObject one = column("t", "one", "text");
        CatalogObject two = column("t", "two", "text");

        assertThat(foldMissing(table, one, two)).singleElement().satisfies(difference -> {
            assertThat(difference.key()).isEqualTo(table.key());
            assertThat(difference.folded()).containsExactly(Map.entry(Worlds.COLUMN, 2));
        });
    }

    @Test
    void grandchildrenCountInTheOutermost() {
        CatalogObject table = table("t", Map.of());
        CatalogObject column = column("t", "c", "text");
        CatalogObject note = child("note", "n", column.key());

        assertThat(foldMissing(table, column, note))
                .singleElement()
                .satisfies(difference -> assertThat(difference.folded())
                        .containsExactly(Map.entry(Worlds.COLUMN, 1), Map.entry(Worlds.NOTE, 1)));
    }

    @Test
    void childOfATableThatIsThereStandsForItself() {
        CatalogObject table = table("t", Map.of());
        CatalogObject column = column("t", "c", "text");
        Map<ObjectKey, CatalogObject> baseline = Worlds.byKey(List.of(table, column));
        Map<ObjectKey, CatalogObject> target = Worlds.byKey(List.of(table));

        assertThat(Folder.fold(Differ.diff(baseline, target, SCOPE).differences(), baseline, target))
                .extracting(Difference::key)
                .containsExactly(column.key());
    }

    @Test
    void childWithAnotherFateIsNotFolded() {
        CatalogObject table = table("t", Map.of());
        CatalogObject column = column("t", "c", "text");
        Map<ObjectKey, CatalogObject> baseline = Worlds.byKey(List.of(table));
        Map<ObjectKey, CatalogObject> target = Worlds.byKey(List.of(column));

        assertThat(Folder.fold(Differ.diff(baseline, target, SCOPE).differences(), baseline, target))
                .extracting(Difference::change)
                .containsExactly(Change.UNEXPECTED, Change.MISSING);
    }

    @Test
    void parentsInACircleLoseNothing() {
        ObjectKey one = ObjectKey.of(List.of("note", "one"));
        ObjectKey two = ObjectKey.of(List.of("note", "two"));

        assertThat(foldMissing(child("note", "one", two), child("note", "two", one), child("note", "three", one)))
                .hasSize(3);
    }

    private static CatalogObject child(String kind, String name, ObjectKey parent) {
        return new CatalogObject(
                ObjectKey.of(List.of(kind, name)),
                List.of("public", "t"),
                Optional.of(parent),
                Attributes.NONE,
                Attributes.NONE);
    }

    private static List<Difference> foldMissing(CatalogObject... objects) {
        Map<ObjectKey, CatalogObject> baseline = Worlds.byKey(List.of(objects));
        return Folder.fold(Differ.diff(baseline, Map.of(), SCOPE).differences(), baseline, Map.of());
    }
}
