package io.evenkeel.runtime.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values from elsewhere: {@code ${env:NAME}}, {@code ${file:/path}}, and {@code EVENKEEL_KEY} in place of a key. */
final class Variables {
    /** Values stand for themselves. */
    static final Variables LITERAL = new Variables(Map.of(), false);

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    private final Map<String, String> environment;
    private final boolean expanding;

    Variables(Map<String, String> environment) {
        this(environment, true);
    }

    private Variables(Map<String, String> environment, boolean expanding) {
        this.environment = Map.copyOf(environment);
        this.expanding = expanding;
    }

    /** The variable that stands in for the key at this path, such as {@code EVENKEEL_KAFKA_BOOTSTRAP_SERVERS}. */
    Optional<String> inPlaceOf(String path) {
        String name =
                "EVENKEEL_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(environment.get(name));
    }

    /** The file, if the text is one reference to it and nothing else. */
    static Optional<Path> soleFile(String text) {
        Matcher matcher = REFERENCE.matcher(text.strip());
        return matcher.matches() && matcher.group(1).equals("file")
                ? Optional.of(Path.of(matcher.group(2)))
                : Optional.empty();
    }

    /** The text with its references replaced; an exception's message says what is missing. */
    String expand(String text) throws IOException {
        if (!expanding) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String value = matcher.group(1).equals("env") ? variable(matcher.group(2)) : file(matcher.group(2));
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(expanded).toString();
    }

    private String variable(String name) throws IOException {
        String value = environment.get(name);
        if (value == null) {
            throw new IOException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private static String file(String path) throws IOException {
        Path file = Path.of(path);
        if (!Files.isReadable(file)) {
            throw new IOException("the file " + path + " cannot be read");
        }
        return Files.readString(file).strip();
    }
}
