package io.evenkeel.alerter.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Instant NOON = Samples.NOON;
    private static final Drift TABLE = Drifts.drift(Severity.WARNING, Change.MISSING, "table", "public", "orders");

    private static LoneMigration migration(
            String version, io.evenkeel.contract.catalog.Environment where, String sql, Optional<Arrival> arrival) {
        ObjectKey key = ObjectKey.of(List.of("migration", "tool", "s", "t", version));
        return new LoneMigration(Drifts.PRODUCTION, where, key, version, Statement.of(sql), arrival);
    }

    private static Migrations of(LoneMigration... lone) {
        return new Migrations(List.of(lone), List.of(), key -> key.identity().hashCode());
    }

    private static Arrival at(Instant at, String... changed) {
        return new Arrival(at, Set.of((long) List.of(changed).hashCode()));
    }

    @Test
    void whatTheStatementsSayComesBeforeWhatCameTogether() {
        Migrations known = of(
                migration("1", Samples.STAGING, "", Optional.of(at(NOON, "public", "orders"))),
                migration("2", Samples.STAGING, "create table orders ()", Optional.empty()));

        assertThat(known.cause(Drifts.PRODUCTION, TABLE.difference())).get().satisfies(cause -> {
            assertThat(cause.sentence()).isEqualTo("named in the migration 2, which production lacks");
            assertThat(cause.others()).isZero();
        });
        assertThat(known.wait(TABLE, LIMIT, NOON)).isEmpty();
    }

    @Test
    void severalThatCameTogetherAreCounted() {
        Arrival together = at(NOON, "public", "orders");
        Migrations known = of(
                migration("2", Samples.STAGING, "", Optional.of(together)),
                migration("1", Samples.STAGING, "", Optional.of(together)));

        assertThat(known.cause(Drifts.PRODUCTION, TABLE.difference()))
                .map(Cause::sentence)
                .contains("probably made by the migration 1 or another one: seen in staging together with it; "
                        + "production lacks it");
    }

    @Test
    void itIsWaitedForUntilTheTimeIsOver() {
        Migrations known = of(migration("1", Samples.STAGING, "create table orders ()", Optional.of(at(NOON))));
        Instant end = NOON.plus(LIMIT);

        assertThat(known.wait(TABLE, LIMIT, NOON)).map(Migrations.Wait::until).contains(end);
        assertThat(known.wait(TABLE, LIMIT, end.minusSeconds(1))).isPresent();
        assertThat(known.wait(TABLE, LIMIT, end)).isEmpty();
        Drift older = Drifts.at(TABLE, NOON.minusSeconds(60), NOON.minusSeconds(60));
        assertThat(known.wait(older, LIMIT, NOON)).isEmpty();
    }

    @Test
    void whatOnlyTheTargetGotIsNotWaitedFor() {
        Migrations known = of(migration("1", Samples.PRODUCTION, "create table orders ()", Optional.of(at(NOON))));

        assertThat(known.cause(Drifts.PRODUCTION, TABLE.difference()))
                .map(Cause::lacking)
                .contains(Samples.STAGING);
        assertThat(known.wait(TABLE, LIMIT, NOON)).isEmpty();
    }

    @Test
    void whileOneRunsWhatDriftsSinceIsWaitedFor() {
        Migrations known = new Migrations(
                List.of(),
                List.of(new RunningMigration(Samples.PRODUCTION, "migration 3 in progress", NOON)),
                key -> 0);

        assertThat(known.wait(TABLE, LIMIT, NOON))
                .map(Migrations.Wait::why)
                .contains("under way in production: migration 3 in progress");
        assertThat(known.wait(TABLE, LIMIT, NOON.plus(LIMIT))).isEmpty();
    }
}
