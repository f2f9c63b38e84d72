package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.snapshot.Access;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.PostgresFixture;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that may do more than it needs is told as such, and not used where the settings say so. */
final class AccessTest {
    private static Optional<List<Access>> access(Database database, PostgresFixture.Role role) {
        return Corpus.read(Corpus.settings(database, role)).server().access();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void rightsBeyondReadingAreTold(int major) {
        PostgresFixture postgres = PostgresFixture.of(major);
        try (Database database = postgres.createDatabase()) {
            PostgresFixture.Role role = postgres.createRole();
            assertThat(access(database, role)).isEmpty();
            assertThat(Corpus.read(Corpus.settings(database)).server().access()).contains(List.of(Access.SUPERUSER));

            database.execute("GRANT pg_read_server_files TO " + role.name());
            assertThat(access(database, role)).contains(List.of(Access.DATA));
            database.execute("REVOKE pg_read_server_files FROM " + role.name());
            database.execute("ALTER ROLE " + role.name() + " BYPASSRLS CREATEDB");
            assertThat(access(database, role)).contains(List.of(Access.BYPASS_RLS, Access.ADMINISTRATION));
            database.execute("ALTER ROLE " + role.name() + " NOBYPASSRLS NOCREATEDB");
            database.execute("CREATE TABLE owned (id integer)", "ALTER TABLE owned OWNER TO " + role.name());
            assertThat(access(database, role)).contains(List.of(Access.OWNERSHIP));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 17)
    void roleWithMoreThanItNeedsIsRefusedWhereSettingsSaySo(int major) {
        PostgresFixture postgres = PostgresFixture.of(major);
        try (Database database = postgres.createDatabase()) {
            ReadingOptions strict = Corpus.READING.refusingExcess(true);
            assertThat(read(Corpus.settings(database), strict)).isInstanceOfSatisfying(Reading.Failed.class, failed -> {
                assertThat(failed.failure().reason()).isEqualTo(UnknownReason.EXCESS_RIGHTS);
                assertThat(failed.failure().detail())
                        .contains("the role is a superuser", "deploy/sql/reader.sql", "excess-rights: warn");
            });
            assertThat(read(Corpus.settings(database, postgres.createRole()), strict))
                    .isInstanceOf(Reading.Complete.class);
        }
    }

    private static Reading read(ConnectionSettings settings, ReadingOptions options) {
        return CatalogReader.once(settings, KindLibrary.bundled(), options, InstantSource.system());
    }
}
