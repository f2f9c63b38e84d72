package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.evenkeel.alerter.AuditFixture;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadershipTest {
    private static final String HELD = "select extract(epoch from held_until) from evenkeel.leader";

    private final AuditFixture fixture = new AuditFixture();
    private AuditDatabase database;
    private Leadership leader;

    @BeforeEach
    void lead() {
        database = AuditDatabase.open(fixture.settings());
        leader = new Leadership(database);
        assertThat(leader.term()).hasValue(1);
    }

    @AfterEach
    void close() {
        database.close();
        fixture.close();
    }

    @Test
    void theLeaseIsRenewedWhileALongTransactionHasConfirmedIt() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> database.transaction(connection -> {
                    leader.confirm(connection, 1);
                    String before = fixture.rows(HELD).getFirst();
                    await().until(() -> leader.term().isPresent()
                            && !fixture.rows(HELD).getFirst().equals(before));
                    return true;
                }));
    }

    @Test
    void nobodyTakesOverWhileATransactionHasConfirmedTheLease() {
        Leadership other = new Leadership(database);
        CompletableFuture<OptionalLong> taken = database.transaction(connection -> {
            leader.confirm(connection, 1);
            fixture.execute("update evenkeel.leader set held_until = '-infinity'");
            CompletableFuture<OptionalLong> taking = CompletableFuture.supplyAsync(other::term);
            await().until(() -> fixture.rows("select 1 from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'")
                    .equals(List.of("1")));
            assertThat(taking).isNotDone();
            return taking;
        });

        assertThat(taken.join()).hasValue(2);
    }
}
