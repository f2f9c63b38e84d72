package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.collector.read.ConnectionSettings;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.util.Optional;

/** The {@code audit} part of the settings: {@code url}, a libpq URI, and {@code password}. */
final class AuditSection {
    private AuditSection() {}

    /** Empty without a {@code url}, or if a problem was noted. */
    static Optional<AuditSettings> read(Section root) {
        Section audit = root.section("audit");
        Optional<Secret> password = audit.secret("password");
        return audit.text("url").flatMap(url -> parse(audit, url, password));
    }

    private static Optional<AuditSettings> parse(Section audit, String url, Optional<Secret> password) {
        try {
            ConnectionSettings parsed = ConnectionSettings.parse(url, password);
            return Optional.of(new AuditSettings(
                    parsed.jdbcUrl(), parsed.user(), parsed.password().orElse(new Secret(""))));
        } catch (IllegalArgumentException unusable) {
            audit.problem("url", "a libpq URI", "another text", String.valueOf(unusable.getMessage()));
            return Optional.empty();
        }
    }
}
