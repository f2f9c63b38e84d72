package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.collector.profile.Profiles;
import io.evenkeel.collector.read.Selection;
import io.evenkeel.collector.redact.Definitions;
import io.evenkeel.contract.catalog.Choice;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectorSettingsTest {
    private static CollectorSettings read(String yaml) {
        Section root = SettingsFile.parse("evenkeel.yaml", yaml, Map.of("PASSWORD", "CANARY"));
        CollectorSettings settings = CollectorSettings.from(root);
        root.check();
        return settings;
    }

    @Test
    void environmentsAreReadWithTheirDefaults(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "from-file\n");
        CollectorSettings settings = read("""
                environments:
                  production:
                    url: postgresql://reader@db.example.com/app
                    password: ${env:PASSWORD}
                  staging:
                    url: postgresql://reader@localhost:6543/app?connect_timeout=3
                    user: other
                    password-file: %s
                    probe-interval: 1s
                    statement-timeout: 30s
                    profile: supabase
                    platform: compare
                    cluster: false
                    roles: {staging_app: app}
                    excess-rights: refuse
                    schemas: {exclude: [audit, "tmp_*"]}
                    kinds: {include: ["*"], exclude: row_estimate}
                    definitions: hash-only
                """.formatted(file));
        EnvironmentSettings production = settings.environments().getFirst();
        EnvironmentSettings staging = settings.environments().getLast();
        assertThat(production.environment().name()).isEqualTo("production");
        assertThat(production.connection().password()).contains(new Secret("CANARY"));
        assertThat(production.schedule().probe()).isEqualTo(Duration.ofMillis(250));
        assertThat(staging.connection()).hasToString("localhost:6543 (database app, role other)");
        assertThat(staging.connection().password()).contains(new Secret("from-file"));
        assertThat(staging.connection().timeouts().connect()).isEqualTo(Duration.ofSeconds(3));
        assertThat(staging.connection().timeouts().statement()).isEqualTo(Duration.ofSeconds(30));
        assertThat(staging.schedule().probe()).isEqualTo(Duration.ofSeconds(1));
        assertThat(production.selection()).isEqualTo(Selection.DEFAULT);
        assertThat(staging.selection())
                .isEqualTo(
                        new Selection(Profiles.of("supabase").orElseThrow(), false, Map.of("staging_app", "app"), false)
                                .choosing(
                                        new Choice(List.of("*"), List.of("row_estimate")),
                                        new Choice(List.of(), List.of("audit", "tmp_*"))));
        assertThat(production.refusingExcess()).isFalse();
        assertThat(staging.refusingExcess()).isTrue();
        assertThat(production.connection().applicationName()).isEqualTo("evenkeel/production");
        assertThat(production.definitions()).isEqualTo(Definitions.TEXT);
        assertThat(staging.definitions()).isEqualTo(Definitions.HASH_ONLY);
        assertThat(settings.toString()).doesNotContain("CANARY", "from-file");
    }

    @Test
    void everyProblemIsToldWithItsPlaceAndWithoutPasswords() {
        assertThatThrownBy(() -> read("""
                        environments:
                          Bad_Name:
                            url: postgresql://localhost/x
                          one:
                            url: mysql://u:SECRET@h/d
                          two:
                            uri: postgresql://localhost/x
                          three:
                            url: postgresql://localhost/x
                            definitions: hash_only
                            password: a
                            password-file: /nowhere/to/be/found
                            profile: superbase
                            excess-rights: hide
                            platform: hide
                            roles: {a: c, b: c}
                            kinds: {exclude: [tabel, own_thing]}
                        """))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Bad_Name")
                .hasMessageContaining("evenkeel.yaml:5: environments.one.url: expected postgresql://")
                .hasMessageContaining("found the scheme 'mysql'")
                .hasMessageContaining("did you mean 'url'?")
                .hasMessageContaining("environments.three.password-file: expected password or password-file")
                .hasMessageContaining("profile: expected one of auto, none, supabase")
                .hasMessageContaining("excess-rights: expected warn or refuse, found 'hide'")
                .hasMessageContaining("platform: expected summarise or compare, found 'hide'")
                .hasMessageContaining("kinds.exclude: expected names of kinds, found 'tabel'; did you mean 'table'?")
                .hasMessageContaining("roles: expected another name for each role")
                .hasMessageContaining("environments.three.definitions: expected text or hash-only, found 'hash_only'")
                .hasMessageNotContaining("SECRET");
    }
}
