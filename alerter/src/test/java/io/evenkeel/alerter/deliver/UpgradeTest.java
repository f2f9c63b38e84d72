package io.evenkeel.alerter.deliver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AlerterFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database that told everything before there was a dispatcher. */
class UpgradeTest {
    private static final Drift COLUMN = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c");
    private static final Drift GONE = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "gone");

    @Test
    void nothingIsToldAgainAndTheEndOfWhatWasToldIs() throws IOException {
        try (ReceiverFixture webhook = new ReceiverFixture();
                AlerterFixture alerter = new AlerterFixture("""
                          receivers:
                            hook:
                              type: webhook
                              url: %s
                              allow-private: true
                        """.formatted(webhook.uri("/hook")))) {
            alerter.evaluated(List.of(COLUMN));
            alerter.happened(Drifts.opened(COLUMN), Drifts.opened(GONE), resolved(GONE));
            await().until(() -> !webhook.requests().isEmpty()
                    && alerter.audit
                            .rows("select 1 from evenkeel.delivery where state = 'pending'")
                            .isEmpty());
            int calls = webhook.requests().size();
            alerter.service().close();
            asBefore(alerter);
            alerter.audit.execute("set search_path to evenkeel;" + migration());

            alerter.restart();
            alerter.evaluated(List.of(COLUMN));
            alerter.happened(resolved(COLUMN));
            await().until(() -> webhook.requests().size() == calls + 1);
            assertThat(webhook.requests().getLast().body())
                    .contains(COLUMN.id(), "resolved")
                    .doesNotContain(GONE.id());
        }
    }

    private static String migration() throws IOException {
        try (InputStream script = UpgradeTest.class.getResourceAsStream("/db/audit/V6__delivery.sql")) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Takes back what the migration did, and what a later one made of it. */
    private static void asBefore(AlerterFixture alerter) {
        alerter.audit.execute(
                "drop function evenkeel.quiet_content",
                "drop table evenkeel.told, evenkeel.dispatch, evenkeel.quiet, evenkeel.leader",
                "drop index evenkeel.delivery_telling, evenkeel.delivery_done",
                "alter table evenkeel.delivery drop column type, drop column episode, drop column telling, "
                        + "drop column severity, drop column plan_order, drop column opened_at, drop column record",
                "alter table evenkeel.delivery add constraint delivery_event_id_fkey "
                        + "foreign key (event_id) references evenkeel.event (id)");
    }

    private static DriftEvent resolved(Drift drift) {
        return Drifts.event(drift, DriftEvent.Type.RESOLVED, Samples.NOON);
    }
}
