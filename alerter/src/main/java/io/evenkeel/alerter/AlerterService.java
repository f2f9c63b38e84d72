package io.evenkeel.alerter;

import io.evenkeel.alerter.audit.Applied;
import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditFeed;
import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.alerter.audit.AuditTrail;
import io.evenkeel.alerter.deliver.DeliveryWorker;
import io.evenkeel.alerter.deliver.Receiver;
import io.evenkeel.alerter.metric.AlerterMetrics;
import io.evenkeel.alerter.notify.HttpSender;
import io.evenkeel.alerter.notify.NotifierContext;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Category;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.web.Console;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.http.AdminServer;
import io.evenkeel.runtime.http.HealthCheck;
import io.evenkeel.runtime.http.Meters;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
        AuditTrail trail = new AuditTrail(database, Category.DATA::holds);
        trail.load();
        Meters meters = keep(new Meters());
        AlerterMetrics metrics = new AlerterMetrics(meters, () -> board(trail), version(), clock);
        List<DeliveryWorker> workers = workers(database, trail, metrics);
        AuditFeed feed = keep(new AuditFeed(
                () -> kafka.consumer("evenkeel-alerter", Optional.empty()),
                new Topics(kafka.settings().topicPrefix()),
                settings.scope().environments(),
                settings.receivers().stream().map(Receiver::subscription).toList(),
                database,
                trail,
                applied -> applied(applied, trail, metrics, workers),
                clock));
        AdminServer server = keep(new AdminServer(
                settings.http(),
                meters,
                List.of(new HealthCheck("audit feed", feed::trouble)),
                new Console(() -> board(trail))::routes));
        foresee(trail, metrics);
        server.start();
        workers.forEach(DeliveryWorker::start);
        feed.start();
        return new Running(trail, feed, server);
    }

    private List<DeliveryWorker> workers(AuditDatabase database, AuditTrail trail, AlerterMetrics metrics) {
        NotifierContext context = new NotifierContext(new HttpSender(clock), settings.console(), clock);
        List<DeliveryWorker> workers = new ArrayList<>();
        settings.receivers()
                .forEach(receiver ->
                        workers.add(keep(new DeliveryWorker(receiver, database, trail::view, context, metrics))));
        return workers;
    }

    private void applied(Applied applied, AuditTrail trail, AlerterMetrics metrics, List<DeliveryWorker> workers) {
        foresee(trail, metrics);
        metrics.applied(applied);
        if (!applied.events().isEmpty()) {
            workers.forEach(DeliveryWorker::wake);
        }
        applied.events().forEach(event -> listeners.forEach(listener -> listener.accept(event)));
    }

    private void foresee(AuditTrail trail, AlerterMetrics metrics) {
        metrics.foresee(
                board(trail), settings.receivers().stream().map(Receiver::name).toList());
    }

    private Board board(AuditTrail trail) {
        return Board.of(trail.view(), settings.scope(), clock.instant());
    }

    private static String version() {
        return Optional.ofNullable(AlerterService.class.getPackage().getImplementationVersion())
                .orElse("development");
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
