package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.TopicFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditFeedTest {
    private final TopicFixture topics = new TopicFixture(Set.of(Samples.STAGING));
    private final AuditFixture fixture = new AuditFixture();
    private final List<DriftEvent> heard = new CopyOnWriteArrayList<>();
    private AuditDatabase database;
    private Leadership leadership;

    @BeforeEach
    void open() {
        database = AuditDatabase.open(fixture.settings());
        leadership = new Leadership(database);
    }

    @AfterEach
    void close() {
        database.close();
        fixture.close();
        topics.close();
    }

    @Test
    void carriesRecordsIntoTheViewAndARestartIsSilent() {
        Drift drift = Drifts.drift(Severity.CRITICAL, Change.MISSING, "table", "public", "t");
        AuditTrail trail = new AuditTrail(database, kind -> false, kind -> false);
        try (AuditFeed feed = feed(trail)) {
            feed.start();
            sendEverything(drift);
            await().until(() -> !heard.isEmpty() && !trail.view().states().isEmpty());
            assertThat(trail.view().drifts()).containsExactly(drift);
            assertThat(trail.view().slices()).containsOnlyKeys(Samples.STAGING);
            assertThat(trail.view().counts().get(Samples.STAGING)).hasSize(1).containsValue(1L);
            assertThat(feed.trouble()).isEmpty();
        }
        assertThat(heard).hasSize(1);
        List<String> before = fixture.contents();

        AuditTrail again = new AuditTrail(database, kind -> false, kind -> false);
        again.load();
        try (AuditFeed feed = feed(again)) {
            feed.start();
            assertThat(again.view().drifts()).containsExactly(drift);
            Drift second = Drifts.drift(Severity.INFO, Change.MISSING, "table", "public", "u");
            topics.send(topics.topics().events(), topics.codec.encode(Drifts.opened(second)));
            await().until(() -> heard.size() > 1);
        }
        assertThat(heard).hasSize(2);
        assertThat(fixture.contents()).containsAll(before.subList(0, before.size() - 3));
    }

    @Test
    void storesWhatIsMalformedAsRejectedAndGoesOn() {
        AuditTrail trail = new AuditTrail(database, kind -> false, kind -> false);
        try (AuditFeed feed = feed(trail)) {
            feed.start();
            topics.send(topics.topics().events(), garbage("{\"format\":99}"), garbage("\u0000"));
            topics.send(
                    topics.topics().catalog(Samples.STAGING),
                    garbage("not json"),
                    topics.codec.encode(Drifts.marker(Samples.PRODUCTION, Samples.NOON, 0)),
                    topics.codec.encode(Samples.STAGING, Samples.column("t", "c", "text")));
            await().until(() ->
                    trail.view().rejected() == 4 && !trail.view().counts().isEmpty());
        }
        assertThat(fixture.rows("select why from evenkeel.rejected_record where why like '%newer Evenkeel%'"))
                .hasSize(1);
    }

    @Test
    void eventsThatRetentionTookBeforeTheyWereReadAreTold() throws Exception {
        topics.send(topics.topics().events(), event("a"), event("b"), event("c"));
        fixture.execute("insert into evenkeel.consumer_offset values ('"
                + topics.topics().events() + "', 0, 1)");
        TopicPartition partition = new TopicPartition(topics.topics().events(), 0);
        try (Admin admin = topics.clients().admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }

        try (AuditFeed feed = feed(new AuditTrail(database, kind -> false, kind -> false))) {
            feed.start();
            await().until(() -> heard.size() == 1);
        }

        assertThat(fixture.rows("select record_offset, why from evenkeel.rejected_record"))
                .singleElement()
                .satisfies(why -> assertThat(why)
                        .startsWith("1 the records from here to offset 1 were deleted from the topic before"));
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsStart() {
        fixture.execute(
                "insert into evenkeel.consumer_offset values ('"
                        + topics.topics().events() + "', 0, 1000)",
                "insert into evenkeel.consumer_offset values ('"
                        + topics.topics().catalog(Samples.STAGING) + "', 0, 1000)");
        sendEverything(Drifts.drift(Severity.CRITICAL, Change.MISSING, "table", "public", "t"));

        AuditTrail trail = new AuditTrail(database, kind -> false, kind -> false);
        try (AuditFeed feed = feed(trail)) {
            feed.start();
            await().until(() -> heard.size() == 1 && trail.view().counts().containsKey(Samples.STAGING));
        }
    }

    private WireRecord event(String name) {
        return topics.codec.encode(
                Drifts.opened(Drifts.drift(Severity.CRITICAL, Change.MISSING, "table", "public", name)));
    }

    private void sendEverything(Drift drift) {
        CatalogObject table = Samples.table("t", Map.of());
        topics.send(
                topics.topics().catalog(Samples.STAGING),
                topics.codec.encode(Samples.STAGING, table),
                topics.codec.encode(Drifts.marker(Samples.STAGING, Samples.NOON, 1)));
        topics.send(
                topics.topics().drift(),
                topics.codec.encode(drift),
                topics.codec.encode(Drifts.state(Samples.NOON, 1)));
        topics.send(topics.topics().events(), topics.codec.encode(Drifts.opened(drift)));
    }

    private static WireRecord garbage(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new WireRecord(bytes, Optional.of(bytes), Map.of());
    }

    private AuditFeed feed(AuditTrail trail) {
        return new AuditFeed(
                () -> topics.clients().consumer("alerter-test", Optional.empty()),
                topics.topics(),
                Set.of(Samples.STAGING),
                database,
                leadership,
                trail,
                applied -> heard.addAll(applied.events()),
                Clock.systemUTC());
    }
}
