package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.audit.Leadership;
import io.evenkeel.alerter.audit.Rows;
import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.alerter.notify.HttpSender;
import io.evenkeel.alerter.notify.Message;
import io.evenkeel.alerter.notify.Notifier;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Dispatcher, outbox and workers of one receiver on a real audit database, on a clock that the test moves. */
final class OutboxFixture implements AutoCloseable {
    private static final String INSERT = """
            insert into event (id, type, episode, baseline, target, kind, key, change, severity, category, time, record,
                               received_at)
            select n.id, n.type, n.episode, 'staging', 'production', 'column', '[]', 'missing', 'warning', 'structure',
                   n.time, n.record::jsonb, n.time
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                 with ordinality as n (id, type, episode, time, record, place)
            order by n.place
            """;

    /** A message that was sent. */
    record Sent(Instant at, Message message) {}

    final AuditFixture audit = new AuditFixture();
    final AuditDatabase database = AuditDatabase.open(audit.settings());
    final List<Sent> sent = new CopyOnWriteArrayList<>();
    final NotifierContext context;
    private final Leadership leadership = new Leadership(database);
    private final Map<String, Drift> open = new LinkedHashMap<>();
    private final Receiver receiver;
    private final Dispatcher dispatcher;
    private final DeliveryWorker worker;
    private Instant now = Samples.NOON;

    OutboxFixture(Function<Message, Outcome> answer) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        context =
                new NotifierContext(new HttpSender(clock), Optional.of(URI.create("https://evenkeel.example")), clock);
        Notifier notifier = message -> {
            sent.add(new Sent(now, message));
            return answer.apply(message);
        };
        receiver = new Receiver("team", Severity.WARNING, any -> notifier);
        DeliverySettings settings = new DeliverySettings(List.of(receiver), List.of(), Timing.DEFAULT);
        dispatcher = new Dispatcher(settings, database, leadership, this::view, () -> Judge.BY_NATURE, () -> {}, clock);
        worker = worker();
    }

    /** As another process has it. */
    DeliveryWorker worker() {
        DeliveryListener deaf = new DeliveryListener() {
            @Override
            public void attempted(String name, Outcome outcome, int events) {}

            @Override
            public void queued(String name, long pending, long dead) {}
        };
        return new DeliveryWorker(receiver, database, leadership, this::view, () -> Judge.BY_NATURE, context, deaf);
    }

    private AuditView view() {
        return new AuditView(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.copyOf(open.values()),
                List.of(),
                0,
                Migrations.NONE);
    }

    static Drift drift(int number) {
        Drift drift = Drifts.drift(
                number % 1000 == 7 ? Severity.CRITICAL : Severity.WARNING,
                Change.MISSING,
                "column",
                "public",
                "t" + number,
                "c");
        return Drifts.at(drift, Samples.NOON, Samples.NOON);
    }

    void opened(int from, int to) {
        happened(DriftEvent.Type.OPENED, from, to);
    }

    void happened(DriftEvent.Type type, int from, int to) {
        List<DriftEvent> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Drift drift = drift(i);
            events.add(Drifts.event(drift, type, now));
            if (type == DriftEvent.Type.RESOLVED) {
                open.remove(drift.id());
            } else {
                open.put(drift.id(), drift);
            }
        }
        database.transaction(connection -> Rows.update(connection, INSERT, insert -> {
            Rows.column(insert, 1, "text", events, DriftEvent::id);
            Rows.column(insert, 2, "text", events, event -> event.type().word());
            Rows.column(insert, 3, "text", events, event -> event.drift().id());
            Rows.column(insert, 4, "timestamptz", events, event -> Rows.at(event.time()));
            Rows.column(insert, 5, "text", events, event -> new String(Json.bytes(event), StandardCharsets.UTF_8));
        }));
    }

    void dispatch() {
        dispatcher.step();
    }

    /** Time goes by, second by second. */
    void pass(Duration duration) {
        pass(duration, Duration.ofSeconds(1));
    }

    void pass(Duration duration, Duration tick) {
        for (Instant end = now.plus(duration); now.isBefore(end); now = now.plus(tick)) {
            dispatcher.step();
            worker.step();
        }
    }

    Instant now() {
        return now;
    }

    @Override
    public void close() {
        leadership.close();
        database.close();
        audit.close();
    }
}
