package io.evenkeel.alerter.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of the program: where the severity of a kind depends on direction or value. */
final class BuiltIn {
    private static final String RESOURCE = "/rules/defaults.yaml";

    static final List<Rule> RULES = RuleReader.read(Origin.BUILT_IN, "defaults.yaml", load());

    private BuiltIn() {}

    private static String load() {
        try (InputStream file = BuiltIn.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(file, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own file " + RESOURCE + " cannot be read", unreadable);
        }
    }
}
