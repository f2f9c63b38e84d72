package io.evenkeel.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All services in one process. */
@Command(
        name = "run",
        description = "Runs collector, analyzer and alerter in one process, on your own databases.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The settings file (YAML).")
    private Path config = Path.of("");

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public Integer call() throws InterruptedException {
        verbosity.apply(false);
        return RoleCommand.run(config, EnumSet.allOf(Role.class));
    }
}
