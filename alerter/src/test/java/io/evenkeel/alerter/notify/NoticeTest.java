package io.evenkeel.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.cause.Cause;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static Notice of(DriftEvent... events) {
        return Notice.of(
                Drifts.PRODUCTION,
                new Digest(List.of(events), Tally.NONE),
                Optional.empty(),
                drift -> Optional.empty());
    }

    @Test
    void theWorstOpenOneIsFirstAndWhatIsResolvedLast() {
        Notice notice = of(Told.POLICY_RESOLVED, Drifts.opened(Told.COLUMN));

        assertThat(notice.title()).isEqualTo("production against staging: 1 of 2 drifts still open (1 warning)");
        assertThat(notice.severity()).isEqualTo(Severity.WARNING);
        assertThat(notice.resolved()).isFalse();
        assertThat(notice.items())
                .extracting(Notice.Item::status, Notice.Item::object)
                .containsExactly(tuple("different", "column public.t.c"), tuple("resolved", "policy public.t.p"));
    }

    @Test
    void whatComesFromOneMigrationIsOneItem() {
        Drift migration = Drifts.drift(Severity.CRITICAL, Change.MISSING, "migration", "tool", "s", "t", "42");
        Drift table = Drifts.drift(Severity.WARNING, Change.MISSING, "table", "public", "orders");
        Drift other = Drifts.drift(Severity.WARNING, Change.MISSING, "table", "public", "other");
        Cause cause = new Cause(
                migration.difference().key(),
                "42 orders",
                Samples.STAGING,
                Samples.PRODUCTION,
                0,
                false,
                Optional.empty());
        Notice notice = Notice.of(
                Drifts.PRODUCTION,
                new Digest(List.of(Drifts.opened(table), Drifts.opened(migration), Drifts.opened(other)), Tally.NONE),
                Optional.empty(),
                drift -> drift.equals(table) ? Optional.of(cause) : Optional.empty());

        assertThat(notice.items())
                .extracting(Notice.Item::drifts, Notice.Item::object, Notice.Item::detail, Notice.Item::cause)
                .containsExactly(
                        tuple(2, "migration 42 orders (2 drifts)", "missing table public.orders", cause.sentence()),
                        tuple(1, "table public.other", "", ""));
    }

    @Test
    void ofSeveralChangesTheLatestIsNamed() {
        Drift first = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c")
                .from(Optional.of(new Attribution(
                        Samples.PRODUCTION, Samples.NOON.minusSeconds(20), Samples.NOON, Optional.empty())));
        Drift[] others = {
            Drifts.inTable("t", Severity.WARNING, "d").from(Told.COLUMN.attribution()),
            Drifts.inTable("t", Severity.WARNING, "e").from(Told.COLUMN.attribution()),
            Drifts.inTable("t", Severity.WARNING, "f").from(first.attribution()),
        };

        assertThat(of(Drifts.opened(first)).items().getFirst().facts())
                .isEqualTo("in production between 2026-11-22 11:59:40 UTC and 2026-11-22 12:00:00 UTC");
        assertThat(of(Drifts.opened(others[0]), Drifts.opened(others[1]), Drifts.opened(others[2]))
                        .items()
                        .getFirst()
                        .origin())
                .startsWith("the latest of several changes: in production by psql (anna)");
    }

    @Test
    void whatIsOverSaysSo() {
        Notice notice = of(Told.POLICY_RESOLVED, Told.COLUMN_RESOLVED);
        assertThat(notice.title()).isEqualTo("production against staging: 2 drifts resolved");
        assertThat(notice.resolved()).isTrue();
        assertThat(notice.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(notice.since()).isEqualTo(Samples.NOON);
    }

    @Test
    void whatIsNotShownIsCounted() {
        DriftEvent[] many = IntStream.range(0, 200)
                .mapToObj(i -> Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c" + i))
                .map(Drifts::opened)
                .toArray(DriftEvent[]::new);
        Notice notice = of(many);

        assertThat(notice.items()).hasSize(Notice.SHOWN);
        assertThat(notice.rest()).contains("... and 180 more");
        assertThat(notice.first(3).items()).hasSize(3);
        assertThat(notice.first(3).rest()).contains("... and 197 more");
        assertThat(of(many[0]).rest()).isEmpty();
    }

    @Test
    void aNameWithoutEndIsCutVisibly() {
        Drift drift =
                Drifts.drift(Severity.WARNING, Change.MISSING, "function", "public", "f(" + "x".repeat(5000) + ")");
        assertThat(of(Drifts.opened(drift)).items().getFirst().object())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("...");
    }

    @Test
    void manyDriftsOfOneTableAreOneItem() {
        List<DriftEvent> events = new ArrayList<>(List.of(Drifts.opened(Told.POLICY)));
        for (int i = 0; i < 3; i++) {
            events.add(Drifts.opened(Drifts.inTable("t", Severity.WARNING, "c" + i)));
        }
        events.add(Drifts.event(Drifts.inTable("t", Severity.WARNING, "gone"), DriftEvent.Type.RESOLVED, Samples.NOON));
        events.add(Drifts.opened(Drifts.inTable("u", Severity.WARNING, "c")));

        Notice notice = of(events.toArray(DriftEvent[]::new));

        assertThat(notice.title()).startsWith("production against staging: 5 of 6 drifts still open");
        assertThat(notice.items())
                .extracting(Notice.Item::status, Notice.Item::object, Notice.Item::detail)
                .contains(tuple(
                        "drifted",
                        "table public.t (3 drifts)",
                        "missing column public.t.c0; missing column public.t.c1; missing column public.t.c2"))
                .hasSize(4);
        assertThat(notice.first(1).rest()).contains("... and 5 more");
    }

    @Test
    void whatIsCountedOnlyCountsInTheTitle() {
        Tally rest = Tally.NONE
                .open(Severity.CRITICAL, Samples.NOON.minusSeconds(5))
                .open(Severity.INFO, Samples.NOON)
                .resolved();
        Notice notice = Notice.of(
                Drifts.PRODUCTION,
                new Digest(List.of(Drifts.opened(Told.COLUMN)), rest),
                Optional.empty(),
                drift -> Optional.empty());

        assertThat(notice.title())
                .isEqualTo("production against staging: 3 of 4 drifts still open (1 critical, 1 warning, 1 info)");
        assertThat(notice.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(notice.since()).isEqualTo(Samples.NOON.minusSeconds(5));
        assertThat(notice.rest()).contains("... and 3 more");
    }
}
