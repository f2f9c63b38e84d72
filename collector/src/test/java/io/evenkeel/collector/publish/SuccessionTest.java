package io.evenkeel.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import org.junit.jupiter.api.Test;

final class SuccessionTest {
    private static final ServerIdentity BEFORE = server("7301", 3, "1/20000000", "app", false);

    private static ServerIdentity server(String system, int timeline, String lsn, String database, boolean inRecovery) {
        return new ServerIdentity(system, timeline, lsn, 170_011, "17.11", database, "reader", inRecovery);
    }

    private static Succession to(ServerIdentity now) {
        return Succession.of(BEFORE, now, Readings.NOW);
    }

    private static ServerChange change(ServerIdentity now) {
        assertThat(to(now)).isInstanceOf(Succession.Changed.class);
        return ((Succession.Changed) to(now)).change();
    }

    @Test
    void theSameServerFurtherOnIsTheSame() {
        assertThat(to(server("7301", 3, "1/20000001", "app", false))).isEqualTo(new Succession.Same());
    }

    @Test
    void aNewerTimelineIsAPromotionAndSaysWhetherAnythingIsLost() {
        assertThat(change(server("7301", 4, "1/30000000", "app", false)))
                .satisfies(told -> assertThat(told.what()).isEqualTo(ServerChange.What.PROMOTED))
                .satisfies(told -> assertThat(told.detail())
                        .isEqualTo("a standby was promoted or the server was restored to a point in time: "
                                + "timeline 3 at 1/20000000, now timeline 4 at 1/30000000"));
        assertThat(change(server("7301", 4, "0/F0000000", "app", false)).detail())
                .endsWith("; what was written after the new position is not there");
    }

    @Test
    void anOlderPositionOfAPrimaryIsARestoreAndOfAStandbyIsLag() {
        assertThat(change(server("7301", 3, "1/1FFFFFFF", "app", false)).what()).isEqualTo(ServerChange.What.WENT_BACK);
        assertThat(change(server("7301", 2, "1/20000000", "app", true)).what()).isEqualTo(ServerChange.What.WENT_BACK);
        assertThat(change(server("7301", 3, "1/1FFFFFFF", "app", true)).what()).isEqualTo(ServerChange.What.OTHER_ROLE);
    }

    @Test
    void anotherSystemOrDatabaseIsAnother() {
        assertThat(to(server("7302", 3, "1/20000001", "app", false)))
                .isEqualTo(new Succession.Other("database app of PostgreSQL 17.11, system 7302 answers, until now it"
                        + " was database app of PostgreSQL 17.11, system 7301"));
        assertThat(to(server("7301", 3, "1/20000001", "shop", false))).isInstanceOf(Succession.Other.class);
    }

    @Test
    void aServerThatDoesNotSayWhoItIsIsNoOther() {
        assertThat(to(server("", 0, "1/20000001", "app", false))).isEqualTo(new Succession.Same());
    }
}
