package io.evenkeel.collector.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The connection parameters that a service's name stands for, as libpq finds them. */
final class ServiceFile {
    private final Map<String, String> environment;

    ServiceFile(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The parameters of that service; the user's own file comes first, as with libpq. */
    Map<String, String> parameters(String service) {
        List<Path> files = files();
        for (Path file : files) {
            Optional<Map<String, String>> found = in(file, service);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw DatabaseUrl.wrong(
                "a service that stands in " + files,
                "'" + service + "'",
                "add a section [" + service + "], or set PGSERVICEFILE");
    }

    private List<Path> files() {
        Optional<Path> own =
                Optional.ofNullable(environment.get("PGSERVICEFILE")).map(Path::of);
        Path usual = Path.of(System.getProperty("user.home"), ".pg_service.conf");
        Path system = Path.of(environment.getOrDefault("PGSYSCONFDIR", "/etc/postgresql-common"), "pg_service.conf");
        return Stream.of(own.orElse(usual), system).toList();
    }

    private static Optional<Map<String, String>> in(Path file, String service) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean found = false;
        boolean inside = false;
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                inside = !found && line.equals("[" + service + "]");
                found |= inside;
            } else if (inside) {
                add(parameters, line, file);
            }
        }
        return found ? Optional.of(parameters) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw DatabaseUrl.wrong(
                    "a service file that can be read",
                    file + " (" + unreadable.getClass().getSimpleName() + ")",
                    "");
        }
    }

    private static void add(Map<String, String> parameters, String line, Path file) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw DatabaseUrl.wrong("lines such as host=example.com in " + file, "another form", "");
        }
        parameters.put(
                line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
}
