package io.evenkeel.alerter.deliver;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of drifts goes to where they were told first, whatever happened to the alerter in between. */
class ConversationsTest {
    private static final String REFERENCES =
            "select distinct reference from evenkeel.delivery where reference is not null";

    private final ReceiverFixture slack =
            new ReceiverFixture(ReceiverFixture.Reply.json("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.42\"}"));
    private final Drift column = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c");
    private final Drift policy = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", "p");
    private AlerterFixture alerter;

    @BeforeEach
    void start() {
        alerter = new AlerterFixture("""
                  receivers:
                    chat:
                      type: slack
                      api-url: %s
                      token: xoxb-1
                      channel: "#database"
                      allow-private: true
                """.formatted(slack.uri("/api")));
    }

    @AfterEach
    void close() {
        alerter.close();
        slack.close();
    }

    private void happened(DriftEvent... events) {
        int before = slack.requests().size();
        alerter.happened(events);
        await().until(() -> slack.requests().size() > before
                && alerter.audit
                        .rows("select 1 from evenkeel.delivery where state = 'pending'")
                        .isEmpty());
    }

    private static DriftEvent resolved(Drift drift) {
        return Drifts.event(drift, DriftEvent.Type.RESOLVED, Samples.NOON);
    }

    private ReceiverFixture.Request last() {
        return slack.requests().getLast();
    }

    @Test
    void theMessageThatToldADriftIsUpdatedAlsoAfterARestart() {
        happened(Drifts.opened(column), Drifts.opened(policy));
        assertThat(last().path()).isEqualTo("/api/chat.postMessage");
        assertThat(alerter.audit.rows(REFERENCES)).containsExactly("C1/17.42");

        happened(resolved(column));
        assertThat(last().path()).isEqualTo("/api/chat.update");
        assertThat(last().body()).contains("\"channel\":\"C1\",\"ts\":\"17.42\"", "1 of 2 drifts still open");

        alerter.restart();
        happened(resolved(policy));
        assertThat(last().path()).isEqualTo("/api/chat.update");
        assertThat(last().body()).contains("2 drifts resolved");
    }

    @Test
    void aDriftThatComesLaterIsAMessageOfItsOwn() {
        happened(Drifts.opened(column));
        happened(Drifts.opened(policy));
        assertThat(slack.requests()).extracting(ReceiverFixture.Request::path).containsOnly("/api/chat.postMessage");

        happened(resolved(column));
        assertThat(last().body()).contains("1 drift resolved").doesNotContain("public.t.p");
    }

    @Test
    void whatWasGivenUpWasNotTold() {
        slack.reply(ReceiverFixture.Reply.json("{\"ok\":false,\"error\":\"channel_not_found\"}"));
        happened(Drifts.opened(policy));
        happened(Drifts.event(
                Drifts.at(policy, Samples.NOON, Samples.NOON.plusSeconds(1)), DriftEvent.Type.CHANGED, Samples.NOON));
        assertThat(last().path()).isEqualTo("/api/chat.postMessage");

        happened(resolved(policy));
        assertThat(last().path()).isEqualTo("/api/chat.update");
    }
}
