package io.evenkeel.alerter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.report.Finding;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.SnapshotRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A migration that one environment got and the other not yet: what it makes is held back for a while, and explained. */
class InFlightTest {
    private static final CatalogObject BEFORE = migration("1", "applied", "create table first (id int)");
    private static final CatalogObject APPLIED = migration("2", "applied", "create table named (id int)");
    private static final CatalogObject NAMED = Samples.table("named", Map.of());
    private static final CatalogObject SILENT = Samples.table("silent", Map.of());
    private static final CatalogObject FIRST = Samples.table("first", Map.of());

    private static final ObjectKey BY_HAND = ObjectKey.of(List.of("table", "public", "by_hand"));

    private final ReceiverFixture webhook = new ReceiverFixture();
    private Instant now = Instant.EPOCH;
    private Drift migration = drift(APPLIED.key());
    private Drift named = drift(NAMED.key());
    private Drift together = drift(SILENT.key());
    private Drift byHand = drift(BY_HAND);
    private Optional<AlerterFixture> running = Optional.empty();

    private AlerterFixture start(String hold) {
        AlerterFixture alerter = new AlerterFixture("""
                  hold-in-flight: %s
                  receivers:
                    hook: {type: webhook, url: "%s", allow-private: true, min-severity: info}
                """.formatted(hold, webhook.uri("/hook")));
        running = Optional.of(alerter);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        migration = drift(APPLIED.key());
        named = drift(NAMED.key());
        together = drift(SILENT.key());
        byHand = drift(BY_HAND);
        alerter.snapshot(Samples.STAGING, now.minusSeconds(20), List.of(BEFORE, FIRST), World.KINDS);
        alerter.snapshot(Samples.PRODUCTION, now.minusSeconds(20), List.of(BEFORE, FIRST), World.KINDS);
        return alerter;
    }

    @AfterEach
    void close() {
        running.ifPresent(AlerterFixture::close);
        webhook.close();
    }

    private static CatalogObject migration(String version, String state, String statements) {
        return new CatalogObject(
                ObjectKey.of(List.of("migration", "supabase", "s", "m", version)),
                List.of("supabase", "s", "m"),
                Optional.empty(),
                Attributes.of(Map.of("state", new Value.Text(state))),
                Attributes.of(Map.of("statements", new Value.Text(statements))));
    }

    private Drift drift(ObjectKey key) {
        Drift drift =
                Drifts.drift(Severity.WARNING, Change.MISSING, key.toList().toArray(String[]::new));
        SnapshotRef shown = new SnapshotRef(1, now.getEpochSecond(), now);
        return new Drift(
                drift.id(),
                drift.comparison(),
                drift.difference(),
                drift.category(),
                drift.order(),
                drift.severity(),
                drift.advice(),
                shown,
                shown,
                now,
                now,
                Optional.empty());
    }

    private void appliedInStaging(AlerterFixture alerter) {
        alerter.snapshot(Samples.PRODUCTION, now, List.of(), World.KINDS);
        alerter.snapshot(Samples.STAGING, now, List.of(APPLIED, NAMED, SILENT), World.KINDS);
        alerter.evaluated(List.of(migration, named, together, byHand));
        alerter.happened(
                Drifts.opened(migration), Drifts.opened(named), Drifts.opened(together), Drifts.opened(byHand));
        alerter.showing(4);
    }

    private String told() {
        return String.join(
                "\n",
                webhook.requests().stream().map(ReceiverFixture.Request::body).toList());
    }

    private static Finding finding(AlerterFixture alerter, Drift drift) {
        return alerter.service().report(Drifts.PRODUCTION).drift().stream()
                .filter(each -> each.episode().equals(Optional.of(drift.id())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAMigrationMakesIsHeldWithAReason() throws Exception {
        AlerterFixture alerter = start("15m");
        appliedInStaging(alerter);

        await().until(() -> told().contains(byHand.id()));
        assertThat(told()).doesNotContain(migration.id(), named.id(), together.id());
        for (Drift held : List.of(migration, named, together)) {
            assertThat(finding(alerter, held).disposition()).isEqualTo(Disposition.HELD);
            assertThat(finding(alerter, held).ruling().judgement().why())
                    .contains("production may be about to get the migration 2");
        }
        assertThat(finding(alerter, named).cause())
                .get()
                .satisfies(cause -> assertThat(cause.named()).isTrue());
        assertThat(finding(alerter, together).cause())
                .get()
                .satisfies(cause -> assertThat(cause.named()).isFalse());
        assertThat(finding(alerter, byHand).cause()).isEmpty();
        assertThat(alerter.get("/").body())
                .contains("named in the migration 2, which production lacks")
                .contains("probably made by the migration 2: seen in staging together with it")
                .contains("not told until")
                .contains("explains");
    }

    @Test
    void whenTheTimeIsOverItIsTold() {
        AlerterFixture alerter = start("1s");
        appliedInStaging(alerter);

        await().until(() ->
                List.of(migration, named, together, byHand).stream().allMatch(drift -> told().contains(drift.id())));
        assertThat(finding(alerter, named).disposition()).isEqualTo(Disposition.OPEN);
        assertThat(finding(alerter, named).cause()).isPresent();
    }

    @Test
    void whatIsAppliedInTimeIsNeverTold() {
        AlerterFixture alerter = start("15m");
        appliedInStaging(alerter);
        await().until(() -> told().contains(byHand.id()));

        Drift after = drift(ObjectKey.of(List.of("table", "public", "after")));
        alerter.happened(
                Drifts.event(migration, DriftEvent.Type.RESOLVED, now),
                Drifts.event(named, DriftEvent.Type.RESOLVED, now),
                Drifts.event(together, DriftEvent.Type.RESOLVED, now),
                Drifts.opened(after));

        await().until(() -> told().contains(after.id()));
        assertThat(told()).doesNotContain(migration.id(), named.id(), together.id());
    }

    @Test
    void whileAMigrationRunsNothingNewOfItsEnvironmentIsTold() {
        AlerterFixture alerter = start("15m");
        alerter.snapshot(Samples.STAGING, now, List.of(migration("3", "in progress", "")), World.KINDS);
        alerter.snapshot(Samples.PRODUCTION, now, List.of(), World.KINDS);
        alerter.happened(Drifts.opened(byHand));
        alerter.evaluated(List.of(byHand));

        await().until(() -> alerter.service().report(Drifts.PRODUCTION).held() == 1);
        assertThat(finding(alerter, byHand).ruling().judgement().why())
                .contains("under way in staging: migration 3 in progress");
        assertThat(webhook.requests()).isEmpty();

        alerter.snapshot(Samples.STAGING, now.plusSeconds(1), List.of(migration("3", "applied", "")), World.KINDS);
        await().until(() -> told().contains(byHand.id()));
    }
}
