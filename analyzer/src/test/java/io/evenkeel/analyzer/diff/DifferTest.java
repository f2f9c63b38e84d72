package io.evenkeel.analyzer.diff;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.column;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferTest {
    private static final Scope SAME_MAJOR = Scope.between(Worlds.side(PRODUCTION, 17), Worlds.side(STAGING, 17));
    private static final Scope TWO_MAJORS = Scope.between(Worlds.side(PRODUCTION, 15), Worlds.side(STAGING, 17));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void worldDoesNotDifferFromItself(long seed) {
        Map<ObjectKey, CatalogObject> world = Worlds.world(new Random(seed));
        Map<ObjectKey, CatalogObject> again = Worlds.world(new Random(seed));

        assertThat(Differ.diff(world, again, SAME_MAJOR)).isEmpty();
        assertThat(Differ.diff(world, again, TWO_MAJORS)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void swappedSidesMirrorTheDifferences(long seed) {
        Random random = new Random(seed);
        Map<ObjectKey, CatalogObject> one = Worlds.world(random);
        Map<ObjectKey, CatalogObject> other = Worlds.world(random);

        assertThat(Differ.diff(other, one, SAME_MAJOR))
                .isEqualTo(Differ.diff(one, other, SAME_MAJOR).stream()
                        .map(DifferTest::mirrored)
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void carriedAttributesNeverDiffer(long seed) {
        Map<ObjectKey, CatalogObject> world = Worlds.world(new Random(seed));

        assertThat(Differ.diff(world, world, SAME_MAJOR)).isEmpty();
        assertThat(Differ.diff(world, Map.of(), SAME_MAJOR))
                .flatMap(Difference::attributes)
                .extracting(AttributeDifference::name)
                .doesNotContain("position");
    }

    @Test
    void missingObjectShowsWhatTheBaselineHas() {
        CatalogObject column = column("t", "c", "text");

        assertThat(Differ.diff(Map.of(column.key(), column), Map.of(), SAME_MAJOR))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.change()).isEqualTo(Change.MISSING);
                    assertThat(difference.parent()).isEqualTo(column.parent());
                    assertThat(difference.attributes())
                            .containsExactly(new AttributeDifference("type", new Value.Text("text"), Value.NULL));
                });
    }

    @Test
    void attributeThatOneSideLacksDiffersFromNullInNothing() {
        CatalogObject without = table("t", Map.of());
        CatalogObject withNull = table("t", Map.of("comment", Value.NULL));
        CatalogObject with = table("t", Map.of("comment", new Value.Text("c")));

        assertThat(diff(without, withNull, SAME_MAJOR)).isEmpty();
        assertThat(diff(without, with, SAME_MAJOR))
                .flatMap(Difference::attributes)
                .containsExactly(new AttributeDifference("comment", Value.NULL, new Value.Text("c")));
    }

    @Test
    void attributeOfOneMajorOnlyIsNotHeldAgainstTheOther() {
        CatalogObject without = table("t", Map.of());
        CatalogObject with = table("t", Map.of("comment", new Value.Text("c")));

        assertThat(diff(without, with, TWO_MAJORS)).isEmpty();
    }

    @Test
    void versionBoundTextIsComparedBetweenEqualMajorsOnly() {
        CatalogObject old = withDefinition("t.c");
        CatalogObject young = withDefinition("c");

        assertThat(diff(old, young, SAME_MAJOR)).hasSize(1);
        assertThat(diff(old, young, TWO_MAJORS)).isEmpty();
    }

    private static CatalogObject withDefinition(String text) {
        CatalogObject column = column("t", "c", "text");
        return new CatalogObject(
                column.key(),
                column.root(),
                column.parent(),
                Attributes.of(Map.of("definition", new Value.Text(text))),
                column.carried());
    }

    private static List<Difference> diff(CatalogObject baseline, CatalogObject target, Scope scope) {
        return Differ.diff(Map.of(baseline.key(), baseline), Map.of(target.key(), target), scope);
    }

    private static Difference mirrored(Difference difference) {
        Change change = switch (difference.change()) {
            case MISSING -> Change.UNEXPECTED;
            case UNEXPECTED -> Change.MISSING;
            case DIFFERENT -> Change.DIFFERENT;
        };
        List<AttributeDifference> attributes = difference.attributes().stream()
                .map(each -> new AttributeDifference(each.name(), each.target(), each.baseline()))
                .toList();
        return new Difference(difference.key(), difference.parent(), change, attributes, difference.folded());
    }
}
