package io.evenkeel.cli;

import io.evenkeel.runtime.http.HttpSetupException;
import io.evenkeel.runtime.settings.SettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Turns failures into one clear message and an exit code; the stack trace comes only with {@code --verbose}. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        String message = failure.getMessage();
        boolean expected = message != null && failure.getClass().getName().startsWith("io.evenkeel.");
        err.println("evenkeel: " + (expected ? message : "unexpected failure: " + failure));
        if (parsed.expandedArgs().contains("--verbose") || parsed.expandedArgs().contains("-v")) {
            failure.printStackTrace(err);
        } else if (!expected) {
            err.println("evenkeel: run again with --verbose for the details");
        }
        err.flush();
        return switch (failure) {
            case SettingsException settings -> ExitCode.USAGE;
            case UsageException wrong -> ExitCode.USAGE;
            case HttpSetupException busy -> ExitCode.USAGE;
            default -> ExitCode.UNKNOWN;
        };
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("evenkeel: " + wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("evenkeel: see " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE;
    }
}
