package io.evenkeel.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class Verbosity {
    @Option(
            names = {"-v", "--verbose"},
            description = "Log in detail, and show stack traces.")
    private boolean verbose;

    /** Sets the log level; {@code quietly} says whether only warnings are wanted without {@code --verbose}. */
    void apply(boolean quietly) {
        if (verbose) {
            Logging.verbose();
        } else if (quietly) {
            Logging.quiet();
        }
    }
}
