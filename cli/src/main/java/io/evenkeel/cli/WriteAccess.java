package io.evenkeel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who changes something in a running alerter. */
final class WriteAccess {
    private static final String VARIABLE = "EVENKEEL_WRITE_TOKEN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the alerter.write-token (default: the variable " + VARIABLE + ").")
    private @Nullable Path file;

    @Option(names = "--by", paramLabel = "WHO", description = "Who decides this (default: the user who runs it).")
    private String by = String.valueOf(System.getProperty("user.name"));

    String by() {
        return by;
    }

    String token() {
        if (file == null) {
            return Optional.ofNullable(System.getenv(VARIABLE))
                    .orElseThrow(() -> new UsageException(
                            "expected the alerter.write-token in --token-file or " + VARIABLE + ", found none"));
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UsageException("--token-file: expected a readable file, found " + file + " ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
