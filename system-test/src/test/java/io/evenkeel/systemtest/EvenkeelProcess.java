package io.evenkeel.systemtest;

import static org.awaitility.Awaitility.await;

import io.evenkeel.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code evenkeel} command in a process of its own, as the launcher starts it. */
public final class EvenkeelProcess implements AutoCloseable {
    private static final Pattern CONSOLE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private EvenkeelProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What a finished command left. */
    public record Result(int exitCode, String out, String err) {}

    /** Starts the command; {@code variables} are added to its environment. */
    public static EvenkeelProcess start(Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("evenkeel", ".out");
        Path err = Files.createTempFile("evenkeel", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("EVENKEEL_") || name.startsWith("PG"));
        builder.environment().putAll(variables);
        return new EvenkeelProcess(builder.start(), out, err);
    }

    /** Runs the command to its end. */
    public static Result run(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        try (EvenkeelProcess started = start(variables, arguments)) {
            if (!started.process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("the command did not end: " + started.err());
            }
            return new Result(started.process.exitValue(), started.out(), started.err());
        }
    }

    public String out() throws IOException {
        return Files.readString(out);
    }

    public String err() throws IOException {
        return Files.readString(err);
    }

    /** The port of console, API and metrics, once the process has said it. */
    public int port() {
        return await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::saidPort, port -> port > 0);
    }

    private int saidPort() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("the process ended with " + process.exitValue() + ": " + err());
        }
        Matcher matcher = CONSOLE.matcher(err());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal such as STOP by its name. */
    public void signal(String name) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new AssertionError("the process could not be sent " + name);
        }
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C or an orchestrator would; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the process did not stop within 60 s of SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
