package io.evenkeel.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One service in a process of its own, on a cluster that all of them share. */
abstract class RoleCommand implements Callable<Integer> {
    private final Role role;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The settings file (YAML).")
    private Path config = Path.of("");

    @Mixin
    private Verbosity verbosity = new Verbosity();

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
            shutdown.await();
        }
        return ExitCode.IN_SYNC;
    }

    /** Reads catalogs and publishes them. */
    @Command(
            name = "collect",
            description = "Reads the catalogs of the environments and publishes them to Kafka.",
            mixinStandardHelpOptions = true)
    static final class Collect extends RoleCommand {
        Collect() {
            super(Role.COLLECT);
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
