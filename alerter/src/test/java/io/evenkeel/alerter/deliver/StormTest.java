package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.notify.Conversation;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.DriftEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thousands of drifts at once, a receiver that is away, and two processes that send. */
class StormTest {
    private static final String PENDING = "select 1 from evenkeel.delivery where state = 'pending'";

    @Test
    void tenThousandDriftsAreFewMessagesThatSayHowMany() {
        try (OutboxFixture outbox = new OutboxFixture(message -> new Outcome.Delivered(Optional.of("r1")))) {
            Instant start = outbox.now();
            for (int burst = 0; burst < 4; burst++) {
                outbox.opened(burst * 2500, (burst + 1) * 2500);
                outbox.pass(Duration.ofSeconds(2));
            }
            outbox.pass(Duration.ofSeconds(60));

            assertThat(outbox.sent)
                    .filteredOn(sent -> sent.at().isBefore(start.plusSeconds(60)))
                    .hasSizeBetween(1, 3);
            assertThat(outbox.audit.rows(PENDING)).isEmpty();
            assertThat(outbox.sent.stream()
                            .mapToInt(sent -> all(sent.message()))
                            .sum())
                    .isEqualTo(10_000);
            Message first = outbox.sent.getFirst().message();
            Notice notice = outbox.context.notice(first.comparison(), first.latest());
            assertThat(notice.title())
                    .startsWith("production against staging: ")
                    .contains(" critical, ");
            assertThat(notice.items()).hasSize(Notice.SHOWN);
            assertThat(notice.items().getFirst().severity()).isEqualTo(Severity.CRITICAL);
            assertThat(notice.link()).isPresent();

            outbox.sent.clear();
            outbox.happened(DriftEvent.Type.RESOLVED, 0, 9_000);
            outbox.pass(Duration.ofSeconds(90));
            assertThat(outbox.sent).hasSizeBetween(1, 3);
            assertThat(outbox.sent.stream()
                            .flatMap(sent -> sent.message().conversations().stream())
                            .map(Conversation::digest)
                            .mapToInt(digest -> digest.stillOpen().events().size()
                                    + digest.stillOpen().rest().openCount())
                            .sum())
                    .isEqualTo(1000);
            assertThat(outbox.sent).allMatch(sent -> sent.message().fresh().isEmpty());
        }
    }

    private static int all(Message message) {
        return message.events().size() + message.told().rest().count();
    }

    @Test
    void aReceiverThatIsAwayForAnHourLosesNothingAndIsLeftAlone() {
        Map<String, Instant> back = new HashMap<>();
        Duration patience = Duration.ofSeconds(120);
        OutboxFixture[] self = new OutboxFixture[1];
        try (OutboxFixture outbox = new OutboxFixture(message -> self[0].now().isBefore(back.get("at"))
                ? new Outcome.RetryLater("answered 503", Optional.of(patience))
                : new Outcome.Delivered())) {
            self[0] = outbox;
            back.put("at", outbox.now().plus(Duration.ofHours(1)));
            for (int minute = 0; minute < 60; minute++) {
                outbox.opened(minute * 10, minute * 10 + 10);
                outbox.pass(Duration.ofSeconds(60), Duration.ofSeconds(10));
            }
            outbox.pass(Duration.ofMinutes(12), Duration.ofSeconds(10));

            assertThat(outbox.audit.rows(PENDING)).isEmpty();
            List<OutboxFixture.Sent> attempts = new ArrayList<>(outbox.sent);
            for (int i = 1; i < attempts.size(); i++) {
                if (attempts.get(i - 1).at().isBefore(back.get("at"))) {
                    assertThat(Duration.between(
                                    attempts.get(i - 1).at(), attempts.get(i).at()))
                            .isGreaterThanOrEqualTo(patience);
                }
            }
            List<Message> taken = attempts.stream()
                    .filter(sent -> !sent.at().isBefore(back.get("at")))
                    .map(OutboxFixture.Sent::message)
                    .toList();
            assertThat(taken).hasSizeLessThanOrEqualTo(4);
            assertThat(taken.stream().mapToInt(StormTest::all).sum()).isEqualTo(600);
        }
    }

    @Test
    void twoProcessesThatSendShareTheWorkAndNeitherSendsTwice() throws Exception {
        Map<String, Integer> times = new ConcurrentHashMap<>();
        try (OutboxFixture outbox = new OutboxFixture(message -> {
            times.merge(message.id(), 1, Integer::sum);
            return new Outcome.Delivered();
        })) {
            DeliveryWorker one = outbox.worker();
            DeliveryWorker other = outbox.worker();
            for (int round = 0; round < 40; round++) {
                outbox.opened(round * 3, round * 3 + 3);
                outbox.dispatch();
                Thread first = Thread.ofVirtual().start(one::step);
                Thread second = Thread.ofVirtual().start(other::step);
                first.join();
                second.join();
            }

            assertThat(outbox.audit.rows(PENDING)).isEmpty();
            assertThat(times.values()).containsOnly(1);
            Set<String> told = outbox.sent.stream()
                    .flatMap(sent -> sent.message().events().stream())
                    .map(DriftEvent::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told).hasSize(120);
            assertThat(outbox.audit.rows("select 1 from evenkeel.delivery where attempts <> 1"))
                    .isEmpty();
        }
    }
}
