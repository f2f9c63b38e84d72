package io.evenkeel.systemtest.peers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the operating system. One that is not there fails the test with the command that installs it. */
final class Program {
    private static final String INSTALL =
            "apt-get install -y prometheus prometheus-alertmanager chromium chromium-driver postgresql-client"
                    + " pgbouncer";
    private static final int LIMIT_SECONDS = 120;

    private final Path executable;

    private Program(Path executable) {
        this.executable = executable;
    }

    /** What a finished run left: its exit code, and what it printed. */
    record Result(int exitCode, String output) {}

    static Program named(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Program::new)
                .orElseThrow(() -> new AssertionError(
                        "expected the program '" + name + "' on the PATH, found none; install it: " + INSTALL));
    }

    /** Starts it; what it prints goes to the file. */
    Process start(Path log, List<String> arguments) throws IOException {
        return new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return runWith("", arguments);
    }

    /** Runs it to its end with that text as its input. */
    Result runWith(String input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.createTempFile("peer", ".in");
        Path out = Files.createTempFile("peer", ".out");
        try {
            Files.writeString(in, input);
            Process process = new ProcessBuilder(command(List.of(arguments)))
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(executable + " did not end within " + LIMIT_SECONDS + " s");
            }
            return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(arguments);
        return command;
    }
}
