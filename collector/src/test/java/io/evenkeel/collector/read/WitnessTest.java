package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.probe.CatalogProbe;
import io.evenkeel.collector.probe.Verdict;
import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.embedded.fixture.PostgresFixture.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** deploy/sql/ddl-witness.sql, read. */
final class WitnessTest {
    private static final String MAY_CREATE = "GRANT CREATE, USAGE ON SCHEMA public TO ";

    private static void install(Database database) {
        Path script = Path.of(String.valueOf(System.getProperty("evenkeel.root")), "deploy/sql/ddl-witness.sql");
        try {
            database.execute(Files.readString(script));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void open(Database database, Role role) {
        database.execute(
                "GRANT USAGE ON SCHEMA evenkeel_witness TO " + role.name(),
                "GRANT SELECT ON evenkeel_witness.ddl TO " + role.name());
    }

    private static CatalogReader reader(Database database, Role role) {
        return new CatalogReader(
                Corpus.settings(database, role),
                KindLibrary.bundled(),
                Corpus.READING.attributing(true),
                InstantSource.system());
    }

    private static void change(Connection connection, String... texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private static List<Deed> next(CatalogReader reader) {
        return reader.refresh() instanceof Refreshed.Read read
                ? Corpus.complete(read.reading()).deeds()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17})
    void whoDidWhatIsToldWithTheReadingThatShowsIt(int major) throws Exception {
        PostgresFixture server = PostgresFixture.of(major);
        Role own = server.createRole();
        Role alice = server.createRole();
        try (Database database = server.createDatabase();
                CatalogReader reader = reader(database, own)) {
            database.execute(MAY_CREATE + alice.name());
            install(database);
            open(database, own);
            reader.read();
            try (Connection first = database.connect(alice);
                    Connection second = database.connect(alice)) {
                change(
                        first,
                        "SET application_name = 'psql postgres://app:hunter2@db/app'",
                        "CREATE TABLE t (a integer)");
                change(second, "BEGIN", "CREATE TABLE later (a integer)");

                List<Deed> deeds = next(reader);
                assertThat(deeds).extracting(Deed::names).containsExactly(List.of("public", "t"));
                Witnessed seen = deeds.getFirst().witnessed();
                assertThat(seen.command()).isEqualTo("CREATE TABLE");
                assertThat(seen.object()).contains("public.t");
                assertThat(seen.sessionRole()).isEqualTo(alice.name());
                assertThat(seen.address()).isPresent();
                assertThat(seen.application().orElseThrow()).startsWith("psql ").doesNotContain("hunter2");

                change(second, "COMMIT");
                change(first, "DROP TABLE t");
                assertThat(next(reader))
                        .extracting(Deed::names)
                        .containsExactlyInAnyOrder(List.of("public", "later"), List.of("public", "t"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17})
    void withoutRightsOrWithABrokenWitnessAllIsReadAsBefore(int major) {
        PostgresFixture server = PostgresFixture.of(major);
        Role own = server.createRole();
        try (Database database = server.createDatabase();
                CatalogReader reader = reader(database, own)) {
            install(database);
            assertThat(Corpus.complete(reader.read()).deeds()).isEmpty();
            database.execute("CREATE TABLE a (x integer)");
            assertThat(next(reader)).isEmpty();

            open(database, own);
            database.execute("INSERT INTO evenkeel_witness.ddl (xid, at, command, session_role, role)"
                    + " VALUES (pg_current_xact_id(), 'infinity', 'FORGED', 'nobody', 'nobody')");
            database.execute("CREATE TABLE b (x integer)");
            assertThat(next(reader))
                    .isNotEmpty()
                    .noneMatch(deed -> deed.witnessed().command().equals("FORGED"));
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);

            database.execute(
                    "ALTER TABLE evenkeel_witness.ddl RENAME application TO app", "CREATE TABLE c (x integer)");
            assertThat(next(reader)).isEmpty();
            database.execute("DROP TABLE evenkeel_witness.ddl", "CREATE TABLE d (x integer)");
            assertThat(reader.pulse()).isInstanceOf(Pulse.Beat.class);
            Reading.Complete last = Corpus.complete(reader.read());
            assertThat(last.deeds()).isEmpty();
            assertThat(last.objects()).containsKey(ObjectKey.of(List.of("table", "public", "d")));
            assertThat(last.unread()).isEmpty();
        }
    }

    /** Also where the server counts no changes, or a session that stays idle has not told its counters yet. */
    @ParameterizedTest
    @ValueSource(ints = {13, 17})
    void theProbeSeesWhatIsWitnessedAtOnce(int major) throws SQLException {
        PostgresFixture server = PostgresFixture.of(major);
        Role own = server.createRole();
        try (Database database = server.createDatabase();
                CatalogReader reader = reader(database, own);
                Connection idle = database.connect()) {
            install(database);
            open(database, own);
            CatalogProbe probe = new CatalogProbe(reader::pulse);
            reader.read();
            assertThat(probe.check()).isEqualTo(new Verdict.Doubt());
            probe.accept(Corpus.complete(reader.read()).snapshot());
            change(idle, "CREATE TABLE t (a integer)", "CREATE TABLE u (a integer)");
            assertThat(probe.check()).isEqualTo(new Verdict.Moved());

            database.execute("DROP SCHEMA evenkeel_witness CASCADE");
            assertThat(probe.check()).isIn(new Verdict.Committed(), new Verdict.Doubt());
        }
    }

    @Test
    void theWitnessIsNobodysDrift() {
        PostgresFixture server = PostgresFixture.of(17);
        Role own = server.createRole();
        try (Database with = server.createDatabase();
                Database without = server.createDatabase();
                CatalogReader one = reader(with, own);
                CatalogReader other = reader(without, own)) {
            install(with);
            open(with, own);
            Reading.Complete seen = Corpus.complete(one.read());
            assertThat(ofTheUser(seen)).isEqualTo(ofTheUser(Corpus.complete(other.read())));
            assertThat(seen.objects())
                    .containsKey(ObjectKey.of(List.of("table", "evenkeel_witness", "ddl")))
                    .allSatisfy((key, object) -> assertThat(key.kind().name()).doesNotStartWith("platform"));
            assertThat(seen.server().profile()).isEqualTo(Optional.empty());
        }
    }

    private static Set<ObjectKey> ofTheUser(Reading.Complete reading) {
        return reading.objects().values().stream()
                .filter(object -> !OwnerClass.isPlatform(object))
                .map(object -> object.key())
                .filter(key -> !key.kind().name().startsWith("row_"))
                .collect(Collectors.toSet());
    }
}
