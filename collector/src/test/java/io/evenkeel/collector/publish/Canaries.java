package io.evenkeel.collector.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that can be told from all other text, and the SQL that plants them wherever people put secrets. */
final class Canaries {
    private static final Pattern PLACE = Pattern.compile("CANARY(HEX)?");

    private final List<String> secrets = new ArrayList<>();
    private final String sql;

    Canaries() {
        Matcher place = PLACE.matcher(text());
        StringBuilder planted = new StringBuilder();
        while (place.find()) {
            String secret = place.group(1) == null
                    ? "CNRY%02dQ7XK2M9W".formatted(secrets.size())
                    : "%032x".formatted(0xCA_4A_21 + secrets.size());
            secrets.add(secret);
            place.appendReplacement(planted, secret);
        }
        sql = place.appendTail(planted).toString();
    }

    private static String text() {
        try (InputStream in = Canaries.class.getResourceAsStream("/canary/secrets.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("--.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sql() {
        return sql;
    }

    int count() {
        return secrets.size();
    }

    /** The secrets that can be seen in a text. */
    List<String> in(String text) {
        return secrets.stream().filter(text::contains).toList();
    }
}
