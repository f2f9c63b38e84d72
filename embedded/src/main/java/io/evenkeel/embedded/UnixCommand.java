package io.evenkeel.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How PostgreSQL's programs are run: in a clean environment, and never as root. */
final class UnixCommand {
    private UnixCommand() {}

    /** A program that runs to its end, as root through a user namespace in which it is not root. */
    static ProcessBuilder program(List<String> command) {
        return builder(Stream.concat(notAsRoot().stream(), command.stream()).toList());
    }

    /**
     * A server in a session of its own, so that Ctrl-C reaches only this process, which then stops the server in its
     * turn. Linux ends the server ({@code SIGINT}: fast shutdown) when the <em>thread</em> that started it ends, hence
     * also when this process is killed.
     */
    static ProcessBuilder server(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (installed("setsid")) {
            whole.add("setsid");
        }
        whole.addAll(notAsRoot());
        if (installed("setpriv")) {
            whole.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        whole.addAll(command);
        return builder(whole);
    }

    /** Runs a program, feeds it the input, and returns what it printed; throws if it fails. */
    static String run(List<String> command, String input) throws IOException, InterruptedException {
        Process process = program(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String output;
        try (var out = process.getInputStream()) {
            output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("%s ended with %d: %s".formatted(command.getFirst(), exit, output.strip()));
        }
        return output;
    }

    private static List<String> notAsRoot() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("TZ", "UTC");
        return builder;
    }

    private static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator)).anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }
}
