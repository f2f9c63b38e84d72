package io.evenkeel.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static Notice of(DriftEvent... events) {
        return Notice.of(Drifts.PRODUCTION, List.of(events), Optional.empty());
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
}
