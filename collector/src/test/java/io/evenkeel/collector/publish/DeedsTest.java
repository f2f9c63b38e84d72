package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.read.Deed;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.wire.RecordCodec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeedsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Deed deed(String role, String command, boolean fresh, String... names) {
        return new Deed(
                List.of(names),
                new Witnessed(NOON, command, Optional.empty(), role, role, Optional.of("psql"), Optional.empty(), 0),
                fresh);
    }

    private static List<String> split(String names) {
        return Arrays.asList(names.split("/", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "table/public/t, public/t, public/t",
        "column/public/t/c, public/t, public/t",
        "column/public/t/c, public/t, public/t/c",
        "policy/public/t/p, public/t, public/t/p",
        "index/public/t/i, public/t, public/i",
        "function/public/f/integer, public/f/integer, public/f",
        "schema/s, s, s",
        "extension/x, x, x",
    })
    void anObjectIsFoundByItselfOrByWhatItLiesIn(String key, String root, String deed) {
        Deeds deeds = Deeds.of(
                List.of(deed("alice", "ALTER TABLE", true, split(deed).toArray(String[]::new))), Optional.empty());
        assertThat(deeds.on(ObjectKey.of(split(key)), split(root)))
                .map(Witnessed::sessionRole)
                .contains("alice");
        assertThat(deeds.on(ObjectKey.of(List.of("table", "public", "other")), List.of("public", "other")))
                .isEmpty();
    }

    @Test
    void theMostSpecificDeedWinsAndOthersAreCounted() {
        Deeds deeds = Deeds.of(
                List.of(
                        deed("carol", "ALTER TABLE", true, "public", "t"),
                        deed("bob", "ALTER TABLE", true, "public", "t"),
                        deed("bob", "ALTER TABLE", true, "public", "t"),
                        deed("alice", "COMMENT", true, "public", "t", "c")),
                Optional.empty());
        List<String> root = List.of("public", "t");
        assertThat(deeds.on(ObjectKey.of(List.of("column", "public", "t", "c")), root))
                .hasValueSatisfying(by -> {
                    assertThat(by.sessionRole()).isEqualTo("alice");
                    assertThat(by.others()).isZero();
                });
        assertThat(deeds.on(ObjectKey.of(List.of("column", "public", "t", "d")), root))
                .hasValueSatisfying(by -> {
                    assertThat(by.sessionRole()).isEqualTo("carol");
                    assertThat(by.others()).isEqualTo(1);
                });
    }

    @Test
    void aGrantIsFoundByItsCommand() {
        Deeds deeds = Deeds.of(List.of(deed("alice", "GRANT", true)), Optional.empty());
        assertThat(deeds.on(ObjectKey.of(List.of("grant", "table", "public", "x", "select")), List.of("public", "t")))
                .isPresent();
        assertThat(deeds.on(ObjectKey.of(List.of("table", "public", "t")), List.of("public", "t")))
                .isEmpty();
    }

    @Test
    void afterAStartOldDeedsChangedNothing() {
        List<Deed> deeds = List.of(deed("alice", "ALTER TABLE", false, "public", "t"));
        ObjectKey table = ObjectKey.of(List.of("table", "public", "t"));
        List<String> root = List.of("public", "t");
        assertThat(Deeds.of(deeds, Optional.of(NOON)).on(table, root)).isPresent();
        assertThat(Deeds.of(deeds, Optional.of(NOON.plusSeconds(3600))).on(table, root))
                .isEmpty();
        assertThat(Deeds.of(deeds, Optional.empty()).on(table, root)).isEmpty();
    }

    @Test
    void onlyWhatChangedCarriesWhoDidItAndItsFingerprintDoesNot() {
        Delta delta = new Delta();
        Deeds deeds = Deeds.of(List.of(deed("alice", "ALTER TABLE", true, "public", "t")), Optional.empty());
        Map<ObjectKey, CatalogObject> world = Stream.of(table("t", "a"), table("u", "a"))
                .collect(Collectors.toMap(CatalogObject::key, object -> object));
        Published plain = new Published(1);
        Published witnessed = new Published(1);
        plain.apply(delta.between(plain, world, List.of(), Deeds.NONE, false));
        List<Change> first = delta.between(witnessed, world, List.of(), deeds, false);
        assertThat(first)
                .filteredOn(DeedsTest::isWitnessed)
                .extracting(change -> change.key().identity().getLast())
                .containsExactly("t");
        witnessed.apply(first);
        assertThat(witnessed.slice(0)).isEqualTo(plain.slice(0));

        assertThat(delta.between(witnessed, world, List.of(), deeds, false)).isEmpty();
        assertThat(delta.between(witnessed, world, List.of(), deeds, true))
                .hasSize(2)
                .noneMatch(DeedsTest::isWitnessed);
        assertThat(delta.between(witnessed, Map.of(), List.of(), deeds, false))
                .filteredOn(DeedsTest::isWitnessed)
                .singleElement()
                .isInstanceOf(Change.Drop.class);
    }

    private static boolean isWitnessed(Change change) {
        return change.bytes(new RecordCodec(), new Environment("harbour"))
                .headers()
                .containsKey(RecordCodec.WITNESSED_HEADER);
    }

    private static CatalogObject table(String name, String comment) {
        return new CatalogObject(
                ObjectKey.of(List.of("table", "public", name)),
                List.of("public", name),
                Optional.empty(),
                Attributes.of(Map.of("comment", new Value.Text(comment))),
                Attributes.NONE);
    }
}
