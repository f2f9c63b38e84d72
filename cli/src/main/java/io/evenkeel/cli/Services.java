package io.evenkeel.cli;

import io.evenkeel.alerter.AlerterService;
import io.evenkeel.analyzer.AnalyzerService;
import io.evenkeel.collector.CollectorService;
import io.evenkeel.runtime.http.AdminServer;
import io.evenkeel.runtime.http.HealthCheck;
import io.evenkeel.runtime.http.HttpSettings;
import io.evenkeel.runtime.http.Meters;
import io.evenkeel.runtime.http.OtlpExport;
import io.evenkeel.runtime.http.OtlpSettings;
import io.evenkeel.runtime.kafka.KafkaClients;
import io.evenkeel.runtime.kafka.KafkaSettings;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The services of this process, started in the order in which facts flow backwards, so that none is missed. */
final class Services implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<HealthCheck> checks = new ArrayList<>();
    private Optional<AlerterService> alerter = Optional.empty();
    private Optional<CollectorService> collector = Optional.empty();

    /** Starts the services of these roles. */
    void start(EvenkeelSettings settings, Backends backends, Set<Role> roles) {
        KafkaSettings kafka = backends.kafka();
        KafkaClients clients = new KafkaClients(kafka);
        if (roles.contains(Role.ANALYZE)) {
            start(new AnalyzerService(settings.analyzer(), kafka));
        }
        if (roles.contains(Role.ALERT)) {
            AlerterService service =
                    new AlerterService(settings.alerter(), clients, backends.audit(), Clock.systemUTC());
            start(service);
            alerter = Optional.of(service);
        }
        if (roles.contains(Role.COLLECT)) {
            CollectorService service = new CollectorService(settings.collector(), clients, Clock.systemUTC());
            start(service);
            if (roles.size() == 1) {
                collector = Optional.of(service);
            }
        }
        if (alerter.isEmpty()) {
            settings.health().ifPresent(http -> serveHealth(http, settings.otlp()));
        }
    }

    private void start(Service service) {
        started.push(service);
        service.start();
        checks.add(new HealthCheck(service.getClass().getSimpleName(), service::trouble));
    }

    private void serveHealth(HttpSettings http, Optional<OtlpSettings> otlp) {
        Meters meters = new Meters();
        started.push(meters);
        AdminServer server = new AdminServer(http, meters, checks);
        started.push(server);
        server.start();
        otlp.ifPresent(receiver -> start(new OtlpExport(meters, receiver, Version.number(), Clock.systemUTC())));
    }

    /** Why a process that only collects is of no more use; empty: it is of use. */
    Optional<String> ended() {
        return collector.flatMap(CollectorService::ended);
    }

    /** The alerter, if it is one of the roles. */
    Optional<AlerterService> alerter() {
        return alerter;
    }

    @Override
    public void close() {
        Closing.all(started);
    }
}
