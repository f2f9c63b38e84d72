package io.evenkeel.collector.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.collector.query.KindLibrary;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.embedded.fixture.Database;
import io.evenkeel.embedded.fixture.FaultProxy;
import io.evenkeel.embedded.fixture.PostgresFixture;
import io.evenkeel.runtime.settings.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What networks and stopped processes do to a reading: it is whole or it is none, and it ends in time. */
final class NetworkFaultsTest {
    private static final Database DATABASE = PostgresFixture.of(17).createDatabase();
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1));
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int CUTS = 16;

    private FaultProxy proxy;
    private CatalogReader reader;

    @BeforeAll
    static void fill() {
        Corpus.fill(DATABASE, 17);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void relay() throws IOException {
        proxy = new FaultProxy(DATABASE.host(), DATABASE.port());
        ConnectionSettings settings = ConnectionSettings.parse(
                "postgresql://" + DATABASE.user() + "@127.0.0.1:" + proxy.port() + "/" + DATABASE.name()
                        + "?sslmode=disable",
                Optional.of(new Secret(DATABASE.password())));
        reader = new CatalogReader(
                settings.within(SHORT), KindLibrary.bundled(), Corpus.READING, InstantSource.system());
    }

    @AfterEach
    void end() throws IOException {
        reader.close();
        proxy.close();
    }

    private Failure failure() {
        long start = System.nanoTime();
        Reading reading = reader.read();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(reading).isInstanceOf(Reading.Failed.class);
        return ((Reading.Failed) reading).failure();
    }

    private int whole() {
        Reading reading = reader.read();
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        assertThat(((Reading.Complete) reading).unread()).isEmpty();
        return ((Reading.Complete) reading).objects().size();
    }

    @Test
    void connectionCutAnywhereNeverMakesAShorterCatalog() {
        int objects = whole();
        reader.close();
        long before = proxy.sent();
        assertThat(whole()).isEqualTo(objects);
        long bytes = proxy.sent() - before;
        for (int cut = 0; cut < CUTS; cut++) {
            reader.close();
            proxy.cutAfter(bytes * cut / CUTS + cut);
            assertThat(failure().reason()).as("cut %s of %s", cut, CUTS).isEqualTo(UnknownReason.UNREACHABLE);
        }
        proxy.heal();
        assertThat(whole()).isEqualTo(objects);
    }

    @Test
    void resetConnectionIsReplaced() throws IOException {
        int objects = whole();
        proxy.reset();
        assertThat(failure().reason()).isEqualTo(UnknownReason.UNREACHABLE);
        assertThat(whole()).isEqualTo(objects);
    }

    @Test
    void networkThatDropsEverythingIsGivenUp() {
        int objects = whole();
        proxy.blackHole();
        assertThat(failure().reason()).isEqualTo(UnknownReason.UNREACHABLE);
        assertThat(failure().detail()).contains("check host, port and network");
        proxy.heal();
        assertThat(whole()).isEqualTo(objects);
    }

    @Test
    void answerThatComesByteByByteIsEndedByTheWatchdog() {
        int objects = whole();
        proxy.slow(200, 1);
        Failure failure = failure();
        assertThat(failure.reason()).isEqualTo(UnknownReason.TIMEOUT);
        assertThat(failure.detail()).contains("given up after 4 s");
        proxy.heal();
        assertThat(whole()).isEqualTo(objects);
    }

    @Test
    void slowNetworkIsReadWhole() {
        int objects = whole();
        proxy.slow(20, 4096);
        assertThat(whole()).isEqualTo(objects);
    }

    @Test
    void stoppedServerProcessIsGivenUp() throws Exception {
        int objects = whole();
        int process = serverProcess();
        signal("-STOP", process);
        try {
            assertThat(failure().reason()).isEqualTo(UnknownReason.UNREACHABLE);
        } finally {
            signal("-CONT", process);
        }
        assertThat(whole()).isEqualTo(objects);
    }

    private static int serverProcess() throws Exception {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void signal(String name, int process) throws Exception {
        assertThat(new ProcessBuilder("kill", name, String.valueOf(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
