package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AlerterFixture;
import io.evenkeel.alerter.AlerterService;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoAlertersTest {
    private static Drift drift(int number) {
        return Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c" + number);
    }

    @Test
    void oneFeedsTheOtherShowsAndTakesOverAndNothingIsToldTwice() {
        try (ReceiverFixture webhook = new ReceiverFixture();
                AlerterFixture alerter = new AlerterFixture("""
                          receivers:
                            hook:
                              type: webhook
                              url: %s
                              allow-private: true
                        """.formatted(webhook.uri("/hook")))) {
            try (AlerterService other = alerter.another()) {
                told(alerter, webhook, 0);
                told(alerter, webhook, 1);
                alerter.evaluated(List.of(drift(0), drift(1)));
                await().until(() -> other.report(Drifts.PRODUCTION).drift().size() == 2);
                assertThat(alerter.service().report(Drifts.PRODUCTION).drift()).hasSize(2);
                assertThat(other.trouble()).isEmpty();

                alerter.service().close();
                told(alerter, webhook, 2);
                alerter.restart();
                told(alerter, webhook, 3);
            }
            told(alerter, webhook, 4);

            List<String> bodies = webhook.requests().stream()
                    .map(ReceiverFixture.Request::body)
                    .toList();
            assertThat(bodies).hasSize(5);
            IntStream.range(0, 5).forEach(i -> assertThat(bodies.get(i)).contains(drift(i).id()));
        }
    }

    private static void told(AlerterFixture alerter, ReceiverFixture webhook, int number) {
        alerter.happened(Drifts.opened(drift(number)));
        await().untilAsserted(() -> assertThat(webhook.requests()).hasSize(number + 1));
    }
}
