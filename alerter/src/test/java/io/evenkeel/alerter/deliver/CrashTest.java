package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenkeel.alerter.AlerterFixture;
import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.TopicFixture;
import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.wire.WireRecord;
import java.nio.file.Files;
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

    private final TopicFixture topics = new TopicFixture(Set.of(Samples.STAGING, Samples.PRODUCTION));
    private final ReceiverFixture webhook = new ReceiverFixture();
    private int drifts;

    private Path settings() throws Exception {
        return Files.writeString(directory.resolve("evenkeel.yaml"), """
                environments:
                  staging: {}
                  production: {}
                comparisons:
                  - baseline: staging
                    target: production
                alerter:
                  listen: 127.0.0.1:0
                  receivers:
                    hook:
                      type: webhook
                      url: %s
                      allow-private: true
                """.formatted(webhook.uri("/hook")));
    }

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

    private void happens() {
        List<Drift> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            opened.add(Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c" + drifts));
            drifts++;
        }
        topics.send(
                topics.topics().drift(),
                opened.stream().map(topics.codec::encode).toArray(WireRecord[]::new));
        topics.send(
                topics.topics().events(),
                opened.stream().map(Drifts::opened).map(topics.codec::encode).toArray(WireRecord[]::new));
    }

    @Test
    void nothingIsLostAndOnlyWhatTheReceiverHadIsToldAgain() throws Exception {
        int kills = Integer.getInteger("evenkeel.kills", Point.values().length);
        int mayRepeat = 0;
        try (AuditFixture audit = new AuditFixture()) {
            install(audit);
            Path settings = settings();
            for (int kill = 0; kill < kills; kill++) {
                Point point = Point.values()[kill % Point.values().length];
                mayRepeat += point.told() ? 1 : 0;
                killAt(point, audit, settings);
                // as if the time had passed for which the dead process is waited for
                audit.execute(
                        "update evenkeel.leader set held_until = '-infinity'",
                        "update evenkeel.delivery set due_at = now() where state = 'pending'");
            }
            Process last = start(audit, settings);
            happens();
            await().atMost(PATIENCE)
                    .until(() -> subjects(webhook.requests()).size() == drifts
                            && audit.rows("select 1 from evenkeel.delivery where state = 'pending'")
                                    .isEmpty());
            last.destroyForcibly().waitFor();

            repeats(mayRepeat);
            System.out.printf(
                    "%d kills, %d events, %d messages, %d of them repeats%n",
                    kills,
                    drifts,
                    webhook.requests().size(),
                    webhook.requests().size() - messages().size());
        } finally {
            webhook.close();
            topics.close();
        }
    }

    private Process start(AuditFixture audit, Path settings) throws Exception {
        return AlerterProcess.start(
                settings,
                topics.clients().settings(),
                audit.settings(),
                directory.resolve("alerter.log").toFile());
    }

    private void killAt(Point point, AuditFixture audit, Path settings) throws Exception {
        try (Connection connection = audit.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + point.ordinal() + ")");
            int calls = webhook.requests().size();
            if (point == Point.BEFORE_THE_RECEIVER_ANSWERS) {
                webhook.reply(new ReceiverFixture.Reply(200, Map.of(), true));
            }
            Process process = start(audit, settings);
            happens();
            await(point.name())
                    .atMost(PATIENCE)
                    .until(() -> point == Point.BEFORE_THE_RECEIVER_ANSWERS
                            ? webhook.requests().size() > calls
                            : !audit.rows(
                                            "select 1 from pg_locks where locktype = 'advisory' and not granted and database = "
                                                    + "(select oid from pg_database where datname = current_database())")
                                    .isEmpty());
            process.destroyForcibly().waitFor();
        }
    }

    private Map<String, List<ReceiverFixture.Request>> messages() {
        Map<String, List<ReceiverFixture.Request>> byId = new TreeMap<>();
        webhook.requests()
                .forEach(request -> byId.computeIfAbsent(
                                String.valueOf(request.headers().get("webhook-id")), id -> new ArrayList<>())
                        .add(request));
        return byId;
    }

    private void repeats(int atMost) {
        assertThat(webhook.requests().size() - messages().size()).isLessThanOrEqualTo(atMost);
        Set<String> told = new HashSet<>();
        messages().values().forEach(same -> {
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
        try (AlerterFixture alerter = new AlerterFixture("""
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
        } finally {
            webhook.close();
            topics.close();
        }
    }
}
