package io.evenkeel.cli;

import io.evenkeel.alerter.AlerterService;
import io.evenkeel.alerter.report.Report;
import io.evenkeel.alerter.report.TextReport;
import io.evenkeel.cli.demo.DemoDatabase;
import io.evenkeel.cli.demo.DemoWorld;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything at once on two databases of its own, to see what Evenkeel does. */
@Command(
        name = "demo",
        description =
                "Starts two PostgreSQL servers that drifted, a Kafka broker and all services, and shows what differs.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Comparison COMPARISON =
            new Comparison(new Environment("staging"), new Environment("production"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    @Option(names = "--once", description = "Print the report and exit.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where console, API and metrics listen on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any free port).",
            defaultValue = "9464")
    private int port;

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        verbosity.apply(true);
        long start = System.nanoTime();
        Terminal.say("Starting two PostgreSQL servers that play staging and production ...");
        try (Shutdown shutdown = new Shutdown();
                DemoWorld world = DemoWorld.start()) {
            EvenkeelSettings settings =
                    EvenkeelSettings.from(SettingsFile.parse("demo settings", world.settings(port), world.passwords()));
            Terminal.say("Starting a Kafka broker, collector, analyzer and alerter ...");
            try (Backends backends = new Backends(settings);
                    Services services = new Services()) {
                backends.start(EnumSet.allOf(Role.class));
                services.start(settings, backends, EnumSet.allOf(Role.class));
                AlerterService alerter = services.alerter().orElseThrow();
                Report report = measured(alerter, shutdown);
                Terminal.out().println(TextReport.render(report, Terminal.colour()));
                Terminal.say("Measured "
                        + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s after the start.");
                if (!once) {
                    goOn(world, alerter, shutdown);
                }
                return CompareCommand.exitCode(report, Severity.WARNING);
            }
        }
    }

    private static Report measured(AlerterService alerter, Shutdown shutdown) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Report report = alerter.report(COMPARISON);
        while (!report.measured() && System.nanoTime() < deadline && !shutdown.askedWithin(GLANCE)) {
            report = alerter.report(COMPARISON);
        }
        return report;
    }

    private static void goOn(DemoWorld world, AlerterService alerter, Shutdown shutdown) throws InterruptedException {
        String address = "http://127.0.0.1:" + alerter.port();
        Terminal.say("");
        Terminal.say("Console  " + address + "/");
        Terminal.say("API      " + address + "/api/v1/drift");
        Terminal.say("Metrics  " + address + "/metrics");
        Terminal.say("");
        for (DemoDatabase database : world.databases()) {
            Terminal.say("psql, " + database.name() + ":  " + database.psql());
        }
        Terminal.say("");
        Terminal.say(
                "Type some DDL into one of them, for example: alter table public.profiles add column nickname text;");
        Terminal.say("What happens shows up below. Ctrl-C stops everything and removes its files.");
        alerter.onEvent(event -> Terminal.out().println(EventLine.of(event)));
        shutdown.await();
        Terminal.say("Stopping ...");
    }
}
