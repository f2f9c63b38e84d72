package io.evenkeel.alerter;

import io.evenkeel.alerter.audit.Applied;
import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditFeed;
import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.alerter.audit.AuditTrail;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.audit.Backlog;
import io.evenkeel.alerter.audit.Leadership;
import io.evenkeel.alerter.audit.ObjectHistory;
import io.evenkeel.alerter.audit.Retention;
import io.evenkeel.alerter.deliver.DeliveryWorker;
import io.evenkeel.alerter.deliver.Dispatcher;
import io.evenkeel.alerter.deliver.Receiver;
import io.evenkeel.alerter.metric.AlerterMetrics;
import io.evenkeel.alerter.notify.HttpSender;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Category;
import io.evenkeel.alerter.report.Pulse;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rulebook.InFlight;
import io.evenkeel.alerter.rulebook.RuleFiles;
import io.evenkeel.alerter.rulebook.Rulebook;
import io.evenkeel.alerter.web.Console;
import io.evenkeel.alerter.web.DeskRoutes;
import io.evenkeel.alerter.web.HistoryRoutes;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.http.AdminServer;
import io.evenkeel.runtime.http.HealthCheck;
import io.evenkeel.runtime.http.Meters;
import io.evenkeel.runtime.http.OtlpExport;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.lifecycle.Build;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores, judges, counts, shows and tells what the topics say. */
public final class AlerterService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(AlerterService.class);

    private final AlerterSettings settings;
    private final KafkaClients kafka;
    private final AuditSettings audit;
    private final Clock clock;
    private final List<Consumer<DriftEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile Judge judge = Judge.BY_NATURE;
    private Optional<Running> running = Optional.empty();

    private record Running(AuditTrail trail, AuditFeed feed, AdminServer server) {}

    public AlerterService(AlerterSettings settings, KafkaClients kafka, AuditSettings audit, Clock clock) {
        this.settings = settings;
        this.kafka = kafka;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has that called for each new event, when everything else shows it already. */
    public void onEvent(Consumer<DriftEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void start() {
        try {
            running = Optional.of(wire());
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Running wire() {
        AuditDatabase database = keep(AuditDatabase.open(audit));
        AuditTrail trail = new AuditTrail(database, Category.DATA::holds, Category.MIGRATION::holds);
        trail.load();
        Meters meters = keep(new Meters());
        Rulebook rulebook = keep(new Rulebook(new RuleFiles(settings.rules()), database, trail::view));
        rulebook.start();
        judge = new InFlight(rulebook, trail::view, settings.holdInFlight());
        Boards boards = keep(new Boards(trail::view, this::board, clock));
        AlerterMetrics metrics =
                new AlerterMetrics(meters, boards::board, settings.objectSeries(), Build.current(), clock);
        boards.onLarge(metrics::prepare);
        Topics topics = new Topics(kafka.settings().topicPrefix());
        Leadership leadership = keep(new Leadership(database));
        List<DeliveryWorker> workers = workers(database, leadership, trail, metrics);
        Dispatcher dispatcher = keep(new Dispatcher(
                settings.delivery(),
                database,
                leadership,
                trail::view,
                () -> judge,
                () -> workers.forEach(DeliveryWorker::wake),
                clock));
        AuditFeed feed = keep(new AuditFeed(
                () -> kafka.consumer("evenkeel-alerter", Optional.empty()),
                topics,
                settings.scope().environments(),
                database,
                leadership,
                trail,
                applied -> applied(applied, trail, metrics, dispatcher),
                clock));
        Supplier<Optional<String>> stalled = () -> feed.trouble()
                .or(dispatcher::trouble)
                .or(() -> new Pulse(trail.view()).trouble(settings.vital(), clock.instant()));
        metrics.consumer(feed::measured);
        metrics.pipeline(() -> stalled.get().isEmpty());
        AdminServer server = keep(new AdminServer(
                settings.http(),
                meters,
                List.of(
                        new HealthCheck("audit feed", feed::trouble),
                        new HealthCheck("dispatcher", dispatcher::trouble),
                        new HealthCheck("pipeline", false, stalled)),
                config -> {
                    new Console(() -> board(trail), settings.writeToken().isPresent()).routes(config);
                    new HistoryRoutes(() -> board(trail), new ObjectHistory(database)::of).add(config);
                    new DeskRoutes(settings.writeToken(), new Decider(rulebook, database, clock), () -> board(trail))
                            .add(config);
                }));
        Backlog backlog = keep(new Backlog(kafka, topics, settings.scope().environments(), database, clock));
        metrics.backlog(backlog::lag, backlog::kept);
        metrics.uncommitted(backlog.topics(), backlog::uncommitted);
        Retention retention = keep(new Retention(database, settings.retention(), clock));
        foresee(trail, metrics);
        boards.start();
        server.start();
        settings.otlp()
                .ifPresent(otlp -> keep(new OtlpExport(
                                meters, otlp, Build.current().version(), clock))
                        .start());
        workers.forEach(DeliveryWorker::start);
        dispatcher.start();
        feed.start();
        backlog.start();
        retention.start();
        settings.heartbeat()
                .ifPresent(deadMan ->
                        keep(heartbeat(deadMan, leadership, stalled, metrics)).start());
        return new Running(trail, feed, server);
    }

    private Heartbeat heartbeat(
            HeartbeatSettings deadMan,
            Leadership leadership,
            Supplier<Optional<String>> stalled,
            AlerterMetrics metrics) {
        return new Heartbeat(
                deadMan, new HttpSender(clock), () -> leadership.term().isPresent(), stalled, metrics::beaten);
    }

    private List<DeliveryWorker> workers(
            AuditDatabase database, Leadership leadership, AuditTrail trail, AlerterMetrics metrics) {
        NotifierContext context = new NotifierContext(
                new HttpSender(clock),
                settings.console(),
                clock,
                drift -> trail.view().migrations().cause(drift.comparison(), drift.difference()));
        List<DeliveryWorker> workers = new ArrayList<>();
        settings.delivery()
                .receivers()
                .forEach(receiver -> workers.add(keep(new DeliveryWorker(
                        receiver, database, leadership, trail::view, () -> judge, context, metrics))));
        return workers;
    }

    private void applied(Applied applied, AuditTrail trail, AlerterMetrics metrics, Dispatcher dispatcher) {
        foresee(trail, metrics);
        metrics.applied(applied);
        if (!applied.events().isEmpty()) {
            dispatcher.wake();
        }
        applied.events().forEach(event -> listeners.forEach(listener -> listener.accept(event)));
    }

    private void foresee(AuditTrail trail, AlerterMetrics metrics) {
        metrics.foresee(
                settings.scope().environments(),
                trail.view().kinds().keySet(),
                settings.delivery().receivers().stream().map(Receiver::name).toList());
    }

    private Board board(AuditTrail trail) {
        return board(trail.view(), clock.instant());
    }

    private Board board(AuditView view, Instant at) {
        return Board.of(view, settings.scope(), judge, at);
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.push(closeable);
        return closeable;
    }

    /** The port that console, API and metrics are served on. */
    public int port() {
        return running().server().port();
    }

    /** How everything stands now. */
    public Board board() {
        return board(running().trail());
    }

    /** How a comparison that the settings name stands now. */
    public Report report(Comparison comparison) {
        return board().report(comparison);
    }

    private Running running() {
        return running.orElseThrow(() -> new IllegalStateException("the alerter was not started"));
    }

    @Override
    public Optional<String> trouble() {
        return running.flatMap(services -> services.feed().trouble());
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failed) {
                LOG.warn("closing the alerter: {}", failed.getMessage());
            }
        }
    }
}
