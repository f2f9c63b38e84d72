package io.evenkeel.analyzer.diff;

import static io.evenkeel.contract.Samples.PRODUCTION;
import static io.evenkeel.contract.Samples.STAGING;
import static io.evenkeel.contract.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.Worlds;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.MajorRange;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Unmeasured;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferTest {
    private static final Scope SAME_MAJOR =
            Scope.between(Worlds.side(PRODUCTION, 17), Worlds.side(STAGING, 17), Tolerances.NONE);
    private static final Scope TWO_MAJORS =
            Scope.between(Worlds.side(PRODUCTION, 15), Worlds.side(STAGING, 17), Tolerances.NONE);

    private static final Differences NOTHING = new Differences(List.of(), List.of());

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void worldDoesNotDifferFromItself(long seed) {
        Map<ObjectKey, CatalogObject> world = Worlds.world(new Random(seed));
        Map<ObjectKey, CatalogObject> again = Worlds.world(new Random(seed));

        assertThat(differences(world, again, SAME_MAJOR)).isEmpty();
        assertThat(differences(world, again, TWO_MAJORS)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void swappedSidesMirrorTheDifferences(long seed) {
        Random random = new Random(seed);
        Map<ObjectKey, CatalogObject> one = Worlds.world(random);
        Map<ObjectKey, CatalogObject> other = Worlds.world(random);

        assertThat(differences(other, one, SAME_MAJOR))
                .isEqualTo(differences(one, other, SAME_MAJOR).stream()
                        .map(DifferTest::mirrored)
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void carriedAttributesNeverDiffer(long seed) {
        Map<ObjectKey, CatalogObject> world = Worlds.world(new Random(seed));

        assertThat(differences(world, world, SAME_MAJOR)).isEmpty();
        assertThat(differences(world, Map.of(), SAME_MAJOR))
                .flatMap(Difference::attributes)
                .extracting(AttributeDifference::name)
                .doesNotContain("position");
    }

    @Test
    void missingObjectShowsWhatTheBaselineHas() {
        CatalogObject column = Samples.column("t", "c", "text");

        assertThat(differences(Map.of(column.key(), column), Map.of(), SAME_MAJOR))
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
    void attributeOfOneMajorOnlyIsUnmeasuredWhereItSaysAnything() {
        CatalogObject without = table("t", Map.of());
        CatalogObject with = table("t", Map.of("comment", new Value.Text("c")));
        CatalogObject withNull = table("t", Map.of("comment", Value.NULL));

        assertThat(both(without, with, TWO_MAJORS))
                .isEqualTo(unmeasured(with, UnknownReason.VERSION, "comment"))
                .isEqualTo(both(with, without, TWO_MAJORS));
        assertThat(both(without, withNull, TWO_MAJORS)).isEqualTo(NOTHING);
    }

    @Test
    void textOfAMajorIsUnmeasuredOnlyWhereItSaysSomethingElse() {
        CatalogObject old = withDefinition(" SELECT t.c\n   FROM s.t;");
        CatalogObject young = withDefinition(" SELECT c\n   FROM s.t;");
        CatalogObject other = withDefinition(" SELECT d\n   FROM s.t;");

        assertThat(both(old, young, TWO_MAJORS)).isEqualTo(NOTHING);
        assertThat(both(old, old, TWO_MAJORS)).isEqualTo(NOTHING);
        assertThat(both(old, other, TWO_MAJORS)).isEqualTo(unmeasured(old, UnknownReason.VERSION, "definition"));
        assertThat(diff(old, young, SAME_MAJOR)).hasSize(1);
    }

    @Test
    void whatIsCertainIsToldBesideWhatIsNot() {
        CatalogObject one = column("t", "c", Map.of("type", new Value.Text("text"), "definition", new Value.Text("a")));
        CatalogObject other =
                column("t", "c", Map.of("type", new Value.Text("int"), "definition", new Value.Text("b")));

        Differences found = both(one, other, TWO_MAJORS);

        assertThat(found.differences())
                .flatMap(Difference::attributes)
                .extracting(AttributeDifference::name)
                .containsExactly("type");
        assertThat(found.unmeasured())
                .containsExactly(new Unmeasured(one.key(), UnknownReason.VERSION, List.of("definition")));
    }

    @Test
    void secretsHashedWithDifferentKeysAreUnmeasured() {
        CatalogObject one =
                table("t", Map.of("body", new Value.Text("x " + Redaction.secret("aaaaaa", "0".repeat(16)))));
        CatalogObject rekeyed =
                table("t", Map.of("body", new Value.Text("x " + Redaction.secret("bbbbbb", "1".repeat(16)))));
        CatalogObject changed =
                table("t", Map.of("body", new Value.Text("x " + Redaction.secret("aaaaaa", "1".repeat(16)))));

        assertThat(both(one, rekeyed, SAME_MAJOR)).isEqualTo(unmeasured(one, UnknownReason.REDACTION_KEY, "body"));
        assertThat(both(one, rekeyed, TWO_MAJORS)).isEqualTo(unmeasured(one, UnknownReason.REDACTION_KEY, "body"));
        assertThat(diff(one, changed, SAME_MAJOR)).hasSize(1);
    }

    @Test
    void whatTheOtherMajorCannotHaveIsNotHeldAgainstIt() {
        CatalogObject young = bounded(MajorRange.SINCE, 17);
        CatalogObject old = bounded(MajorRange.UNTIL, 15);
        CatalogObject shipped = bounded(MajorRange.SINCE, 15);

        assertThat(differences(Map.of(), Map.of(young.key(), young), TWO_MAJORS))
                .isEmpty();
        assertThat(differences(Map.of(old.key(), old), Map.of(), TWO_MAJORS)).isEmpty();
        assertThat(differences(Map.of(shipped.key(), shipped), Map.of(), TWO_MAJORS))
                .hasSize(1);
        assertThat(differences(Map.of(), Map.of(young.key(), young), SAME_MAJOR))
                .hasSize(1);
    }

    @Test
    void whatBothMajorsHaveIsComparedUnlessEachIsBoundToItsOwn() {
        CatalogObject old = bounded(MajorRange.UNTIL, 15);
        CatalogObject young = bounded(MajorRange.SINCE, 17);
        CatalogObject unbounded = table("t", Map.of("comment", new Value.Text("c")));

        assertThat(both(old, young, TWO_MAJORS)).isEqualTo(NOTHING);
        assertThat(both(old, unbounded, TWO_MAJORS).unmeasured()).hasSize(1);
    }

    private static CatalogObject bounded(String bound, long major) {
        CatalogObject table = table("t", Map.of());
        return new CatalogObject(
                table.key(),
                table.root(),
                table.parent(),
                table.compared(),
                Attributes.of(Map.of(bound, new Value.Int(major))));
    }

    private static Differences unmeasured(CatalogObject object, UnknownReason reason, String attribute) {
        return new Differences(List.of(), List.of(new Unmeasured(object.key(), reason, List.of(attribute))));
    }

    private static CatalogObject column(String table, String name, Map<String, Value> attributes) {
        CatalogObject column = Samples.column(table, name, "text");
        return new CatalogObject(
                column.key(), column.root(), column.parent(), Attributes.of(attributes), column.carried());
    }

    private static Differences both(CatalogObject baseline, CatalogObject target, Scope scope) {
        return Differ.diff(Map.of(baseline.key(), baseline), Map.of(target.key(), target), scope);
    }

    private static List<Difference> differences(
            Map<ObjectKey, CatalogObject> baseline, Map<ObjectKey, CatalogObject> target, Scope scope) {
        return Differ.diff(baseline, target, scope).differences();
    }

    @Test
    void whatThePlatformOwnsOnEitherSideIsNotCompared() {
        CatalogObject users = table("users", Map.of("comment", new Value.Text("1")));
        CatalogObject upgraded = ofPlatform(table("users", Map.of("comment", new Value.Text("2"))));

        assertThat(diff(users, upgraded, SAME_MAJOR)).isEmpty();
        assertThat(diff(upgraded, users, SAME_MAJOR)).isEmpty();
        assertThat(differences(Map.of(upgraded.key(), upgraded), Map.of(), SAME_MAJOR))
                .isEmpty();
        assertThat(differences(Map.of(), Map.of(upgraded.key(), upgraded), SAME_MAJOR))
                .isEmpty();
    }

    @Test
    void whatTheUserAddsToAPlatformsObjectIsCompared() {
        CatalogObject users = ofPlatform(table("users", Map.of()));
        CatalogObject mine = Samples.column("users", "mine", "text");

        assertThat(differences(Map.of(users.key(), users), Map.of(users.key(), users, mine.key(), mine), SAME_MAJOR))
                .extracting(Difference::key)
                .containsExactly(mine.key());
    }

    private static CatalogObject ofPlatform(CatalogObject object) {
        return new CatalogObject(
                object.key(),
                object.root(),
                object.parent(),
                object.compared(),
                Attributes.of(Map.of(OwnerClass.ATTRIBUTE, OwnerClass.PLATFORM)));
    }

    private static CatalogObject withDefinition(String text) {
        return column("t", "c", Map.of("definition", new Value.Text(text)));
    }

    private static List<Difference> diff(CatalogObject baseline, CatalogObject target, Scope scope) {
        return both(baseline, target, scope).differences();
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
