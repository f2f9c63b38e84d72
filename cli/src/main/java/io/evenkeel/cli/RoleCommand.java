package io.evenkeel.cli;

import io.evenkeel.contract.snapshot.CollectorRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One service in a process of its own, on a cluster that all of them share. */
abstract class RoleCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Role role;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The settings file (YAML).")
    Path config = Path.of("");

    @Mixin
    Verbosity verbosity = new Verbosity();

    RoleCommand(Role role) {
        this.role = role;
    }

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(false);
        return run(config, Set.of(role));
    }

    /** Runs the roles until the process is asked to stop. */
    static int run(Path config, Set<Role> roles) throws InterruptedException {
        EvenkeelSettings settings = EvenkeelSettings.read(config);
        if (roles.size() == 1 && settings.needsBroker()) {
            throw new UsageException(config + ": kafka.bootstrap-servers: expected a broker that the other services "
                    + "reach too, found none; set it, or use 'evenkeel run' for all services in one process");
        }
        try (Shutdown shutdown = new Shutdown();
                Backends backends = new Backends(settings);
                Services services = new Services()) {
            backends.start(roles);
            services.start(settings, backends, roles);
            services.alerter()
                    .ifPresent(alerter -> Terminal.say("Console, API and metrics: http://"
                            + settings.alerter().http().host() + ":" + alerter.port() + "/"));
            return await(shutdown, services);
        }
    }

    private static int await(Shutdown shutdown, Services services) throws InterruptedException {
        while (!shutdown.askedWithin(LOOK)) {
            Optional<String> ended = services.ended();
            if (ended.isPresent()) {
                Terminal.say(ended.get());
                return ExitCode.USAGE;
            }
        }
        return ExitCode.IN_SYNC;
    }

    /** Reads catalogs and publishes them. */
    @Command(
            name = "collect",
            description = {
                "Reads the catalogs of the environments and publishes them to Kafka.",
                "With --republish or --accept-server it asks the collector that runs, instead of being one."
            },
            mixinStandardHelpOptions = true)
    static final class Collect extends RoleCommand {
        @ArgGroup
        private Wish wish = new Wish();

        /** What to ask the collector that runs; nothing: be one. */
        private static final class Wish {
            @Option(
                    names = "--republish",
                    paramLabel = "ENVIRONMENT",
                    description = "Has every object of it published again, which heals readers that lost some.")
            private Optional<String> republish = Optional.empty();

            @Option(
                    names = "--accept-server",
                    paramLabel = "ENVIRONMENT",
                    description = "Says that the server that answers there now is the right one (wrong_database).")
            private Optional<String> acceptServer = Optional.empty();
        }

        Collect() {
            super(Role.COLLECT);
        }

        @Override
        public Integer call() throws InterruptedException {
            Optional<Ask> ask = wish.republish
                    .map(name -> new Ask(CollectorRequest.Action.REPUBLISH, name))
                    .or(() -> wish.acceptServer.map(name -> new Ask(CollectorRequest.Action.ACCEPT_SERVER, name)));
            if (ask.isEmpty()) {
                return super.call();
            }
            verbosity.apply(false);
            return ask.get().run(config);
        }
    }

    /** Joins environments. */
    @Command(
            name = "analyze",
            description = "Joins the environments' catalogs and emits drift events.",
            mixinStandardHelpOptions = true)
    static final class Analyze extends RoleCommand {
        Analyze() {
            super(Role.ANALYZE);
        }
    }

    /** Judges and tells. */
    @Command(
            name = "alert",
            description = "Keeps the audit trail, exposes metrics, notifies, and serves the console.",
            mixinStandardHelpOptions = true)
    static final class Alert extends RoleCommand {
        Alert() {
            super(Role.ALERT);
        }
    }
}
