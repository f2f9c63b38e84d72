package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However much there is, and however it is asked for, the same is read. */
final class AmountTest {
    private static final int MAJOR = 17;
    private static final Database DATABASE = PostgresFixture.of(MAJOR).createDatabase();
    private static final List<KindFile> FILES = KindLibrary.bundled().forMajor(MAJOR).stream()
            .filter(file -> file.requires().isEmpty())
            .toList();

    @BeforeAll
    static void fill() {
        Corpus.fill(DATABASE, MAJOR);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static Map<KindFile, KindResult> read(Session session, Amount amount, Map<KindFile, KindResult> former)
            throws SQLException {
        KindReader reader = new KindReader(session, DATABASE.user(), Corpus.READING, new HashMap<>(), former, amount);
        Map<KindFile, KindResult> results = new HashMap<>();
        for (KindFile file : FILES) {
            results.put(file, reader.read(file, List.of(), Optional.empty()));
        }
        return results;
    }

    private static List<CatalogObject> objects(Map<KindFile, KindResult> results, KindFile file) {
        return results.get(file) instanceof KindResult.Objects some ? some.all().toList() : List.of();
    }

    @Test
    void piecesAndRowsThatComeInPartsMakeTheSameWhole() throws Exception {
        Amount little = new Amount(10, 100);
        Amount much = new Amount(5_000, 7);
        try (Session session = Session.open(Corpus.settings(DATABASE))) {
            Map<KindFile, KindResult> whole = read(session, little, Map.of());
            Map<KindFile, KindResult> pieces = read(session, much, Map.of());
            for (KindFile file : FILES) {
                assertThat(objects(pieces, file))
                        .as(file.name())
                        .containsExactlyInAnyOrderElementsOf(objects(whole, file));
            }
            assertThat(FILES.stream()
                            .mapToInt(file -> objects(whole, file).size())
                            .sum())
                    .isGreaterThan(200);
        }
    }

    @Test
    void ofVeryManyRelationsEachQueryReadsSome() throws Exception {
        KindFile columns = columns();
        try (Session session = Session.open(Corpus.settings(DATABASE))) {
            assertThat(new Amount(100, 100).queries(session, columns, Optional.empty()))
                    .containsExactly(columns.sqlForAll());
            assertThat(new Amount(101, 100).queries(session, columns, Optional.empty()))
                    .hasSizeGreaterThan(1)
                    .doesNotContain(columns.sqlForAll())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsStillTheSameIsHeldOnce() throws Exception {
        Amount little = new Amount(10, 100);
        try (Session session = Session.open(Corpus.settings(DATABASE))) {
            Map<KindFile, KindResult> first = read(session, little, Map.of());
            Map<KindFile, KindResult> second = read(session, little, first);
            Set<CatalogObject> before = Collections.newSetFromMap(new IdentityHashMap<>());
            FILES.forEach(file -> before.addAll(objects(first, file)));
            assertThat(objects(second, columns()))
                    .hasSameSizeAs(objects(first, columns()))
                    .isNotEmpty()
                    .allMatch(before::contains);
        }
    }

    private static KindFile columns() {
        return FILES.stream()
                .filter(file -> file.name().equals("column.sql"))
                .findFirst()
                .orElseThrow();
    }
}
