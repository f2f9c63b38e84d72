package io.evenkeel.systemtest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.analyzer.compare.Result;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.systemtest.corpus.RandomDdl.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same looks the same, whatever its history, its care and its reader. */
final class EqualityTest {
    private static final int STATEMENTS = 150;
    private static final String CARE = """
            DO $$
            DECLARE t record;
            BEGIN
                FOR t IN SELECT c.oid::regclass AS name, c.relname FROM pg_class c
                          WHERE c.relnamespace = 'shop'::regnamespace AND c.relkind = 'r' LOOP
                    EXECUTE format('ALTER TABLE %s ADD COLUMN gap integer', t.name);
                    EXECUTE format('ALTER TABLE %s DROP COLUMN gap', t.name);
                    EXECUTE format('CLUSTER %s USING %I', t.name, t.relname || '_pkey');
                    -- the mark that CLUSTER leaves on the index is a difference
                    EXECUTE format('ALTER TABLE %s SET WITHOUT CLUSTER', t.name);
                END LOOP;
            END $$
            """;

    /** What minor versions of late 2026 write into every new column. */
    private static final String MARKS_OF_A_MINOR = """
            UPDATE pg_attribute SET attoptions = array_append(attoptions, 'pg_attver=' || attnum)
             WHERE attnum > 0 AND attrelid IN (SELECT oid FROM pg_class
                                WHERE relnamespace = 'shop'::regnamespace AND relkind IN ('r', 'v', 'm'))
            """;

    @ParameterizedTest
    @CsvSource({"13, 11", "14, 12", "15, 13", "16, 14", "17, 15", "18, 16"})
    void otherHistoryCareAndReaderChangeNothing(int major, long seed) {
        PostgresFixture postgres = PostgresFixture.of(major);
        PostgresFixture.Role bare = postgres.createRole();
        PostgresFixture.Role grantee = postgres.createRole();
        List<Step> steps = steps(seed, grantee.name());
        try (Database one = postgres.createDatabase();
                Database other = postgres.createDatabase()) {
            one.execute("CREATE SCHEMA shop");
            steps.forEach(step -> one.execute(step.sql()));
            other.execute("CREATE TABLE public.takes_oids ()", "DROP TABLE public.takes_oids", "CREATE SCHEMA shop");
            interleaved(steps, new Random(seed)).forEach(step -> other.execute(step.sql()));
            other.execute(CARE, MARKS_OF_A_MINOR, "VACUUM FULL", "ANALYZE", "REINDEX DATABASE " + other.name());
            other.execute("ALTER ROLE " + bare.name() + " SET search_path = shop, public");
            Result result = Readings.of(one).comparedTo(Readings.of(other, bare));
            assertThat(result.unknown()).allMatch(Unknown::byChoice);
            assertThat(result.findings().stream().map(ExpectedChange::of)).isEmpty();
        }
    }

    private static List<Step> steps(long seed, String grantee) {
        RandomDdl ddl = new RandomDdl(seed, new Model(), grantee);
        return Stream.generate(ddl::next).limit(STATEMENTS).toList();
    }

    /** The same statements in another order that keeps each object's own. */
    private static List<Step> interleaved(List<Step> steps, Random random) {
        Map<String, Deque<Step>> histories = new TreeMap<>();
        steps.forEach(step -> histories
                .computeIfAbsent(step.history(), any -> new ArrayDeque<>())
                .add(step));
        List<Deque<Step>> open = new ArrayList<>(histories.values());
        List<Step> order = new ArrayList<>();
        while (!open.isEmpty()) {
            Deque<Step> next = open.get(random.nextInt(open.size()));
            order.add(next.removeFirst());
            open.removeIf(Deque::isEmpty);
        }
        return order;
    }
}
