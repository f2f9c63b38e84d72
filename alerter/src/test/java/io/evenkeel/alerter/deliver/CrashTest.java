package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AlerterFixture;
import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills at the worst moments: {@code -Devenkeel.kills=50} and {@code -Devenkeel.restarts=200} for more of them. */
class CrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"(episode-[^\"]+)\"");

    /** Where the process stands still until it is killed. */
    private enum Point {
        BEFORE_THE_DECISION_IS_COMMITTED("before insert on evenkeel.delivery for each row"),
        BEFORE_THE_CLAIM_IS_COMMITTED(
                "before update on evenkeel.delivery for each row when (old.message is null and new.message is not null)"),
        BEFORE_THE_RECEIVER_ANSWERS(""),
        AFTER_THE_RECEIVERS_ANSWER_BEFORE_THAT_IS_COMMITTED(
                "before update on evenkeel.delivery for each row when (new.state = 'delivered')");

        private final String trigger;

        Point(String trigger) {
            this.trigger = trigger;
        }

        /** Whether the receiver has the message by then. */
        boolean told() {
            return ordinal() >= BEFORE_THE_RECEIVER_ANSWERS.ordinal();
        }
    }

    @TempDir
    private Path directory;

    private int drifts;

    private static void install(AuditFixture audit) {
        AuditDatabase.open(audit.settings()).close();
        audit.execute("create function evenkeel.stand_still() returns trigger language plpgsql as $$ begin "
                + "perform pg_advisory_xact_lock_shared(tg_argv[0]::integer); return new; end $$");
        for (Point point : Point.values()) {
            if (!point.trigger.isEmpty()) {
                audit.execute("create trigger stand_still_%d %s execute function evenkeel.stand_still('%d')"
                        .formatted(point.ordinal(), point.trigger, point.ordinal()));
            }
        }
    }

    private void happens(ProcessFixture alerters) {
        List<Drift> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            opened.add(Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c" + drifts));
            drifts++;
        }
        alerters.opened(opened);
    }

    @Test
    void nothingIsLostAndOnlyWhatTheReceiverHadIsToldAgain() throws Exception {
        int kills = Integer.getInteger("evenkeel.kills", Point.values().length);
        int mayRepeat = 0;
        try (ProcessFixture alerters = new ProcessFixture(directory)) {
            install(alerters.audit);
            for (int kill = 0; kill < kills; kill++) {
                Point point = Point.values()[kill % Point.values().length];
                mayRepeat += point.told() ? 1 : 0;
                killAt(point, alerters);
                // as if the time had passed for which the dead process is waited for
                alerters.audit.execute(
                        "update evenkeel.leader set held_until = '-infinity'",
                        "update evenkeel.delivery set due_at = now() where state = 'pending'");
            }
            Process last = alerters.start();
            happens(alerters);
            List<ReceiverFixture.Request> requests = toldAll(alerters);
            last.destroyForcibly().waitFor();

            repeats(requests, mayRepeat);
            System.out.printf(
                    "%d kills, %d events, %d messages, %d of them repeats%n",
                    kills,
                    drifts,
                    requests.size(),
                    requests.size() - messages(requests).size());
        }
    }

    private List<ReceiverFixture.Request> toldAll(ProcessFixture alerters) {
        await().atMost(PATIENCE)
                .until(() -> subjects(alerters.webhook.requests()).size() == drifts && alerters.nothingWaits());
        return alerters.webhook.requests();
    }

    private void killAt(Point point, ProcessFixture alerters) throws Exception {
        ReceiverFixture webhook = alerters.webhook;
        try (Connection connection = alerters.audit.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + point.ordinal() + ")");
            int calls = webhook.requests().size();
            if (point == Point.BEFORE_THE_RECEIVER_ANSWERS) {
                webhook.reply(new ReceiverFixture.Reply(200, Map.of(), true));
            }
            Process process = alerters.start();
            happens(alerters);
            await(point.name())
                    .atMost(PATIENCE)
                    .until(() -> point == Point.BEFORE_THE_RECEIVER_ANSWERS
                            ? webhook.requests().size() > calls
                            : !alerters.audit
                                    .rows(
                                            "select 1 from pg_locks where locktype = 'advisory' and not granted and database = "
                                                    + "(select oid from pg_database where datname = current_database())")
                                    .isEmpty());
            process.destroyForcibly().waitFor();
        }
    }

    private static Map<String, List<ReceiverFixture.Request>> messages(List<ReceiverFixture.Request> requests) {
        Map<String, List<ReceiverFixture.Request>> byId = new TreeMap<>();
        requests.forEach(request -> byId.computeIfAbsent(
                        String.valueOf(request.headers().get("webhook-id")), id -> new ArrayList<>())
                .add(request));
        return byId;
    }

    private static void repeats(List<ReceiverFixture.Request> requests, int atMost) {
        assertThat(requests.size() - messages(requests).size()).isLessThanOrEqualTo(atMost);
        Set<String> told = new HashSet<>();
        messages(requests).values().forEach(same -> {
            assertThat(same.stream().map(each -> subjects(List.of(each)))).containsOnly(subjects(same));
            subjects(same)
                    .forEach(subject -> assertThat(told.add(subject))
                            .as("%s is told under one key", subject)
                            .isTrue());
        });
    }

    private static Set<String> subjects(List<ReceiverFixture.Request> requests) {
        Set<String> subjects = new TreeSet<>();
        requests.forEach(request -> {
            Matcher matcher = SUBJECT.matcher(request.body());
            while (matcher.find()) {
                subjects.add(matcher.group(1));
            }
        });
        return subjects;
    }

    @Test
    void manyRestartsInAnUnchangedWorldAreSilent() {
        int restarts = Integer.getInteger("evenkeel.restarts", 3);
        Drift column = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c");
        try (ReceiverFixture webhook = new ReceiverFixture();
                AlerterFixture alerter = new AlerterFixture("""
                  receivers:
                    hook:
                      type: webhook
                      url: %s
                      allow-private: true
                """.formatted(webhook.uri("/hook")))) {
            alerter.evaluated(List.of(column));
            alerter.happened(Drifts.opened(column));
            await().until(() -> webhook.requests().size() == 1);
            for (int restart = 0; restart < restarts; restart++) {
                alerter.restart();
                alerter.evaluated(List.of(column));
                long before = restart;
                await().until(() ->
                        !alerter.service().report(Drifts.PRODUCTION).drift().isEmpty());
                assertThat(webhook.requests())
                        .as("after %d restarts", before + 1)
                        .hasSize(1);
            }
            // and not a moment later either
            await().during(Duration.ofSeconds(3)).until(() -> webhook.requests().size() == 1);
        }
    }
}
