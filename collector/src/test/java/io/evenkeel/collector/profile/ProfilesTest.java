package io.evenkeel.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.runtime.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
    @ParameterizedTest
    @CsvSource({
        "supabase, supabase_admin authenticator, auth public",
        "rds, rdsadmin rds_superuser, public",
        "cloud-sql, cloudsqladmin cloudsqlsuperuser, public",
        "cloud-sql, alloydbadmin alloydbsuperuser, public",
        "azure, azuresu azure_pg_admin, public",
        "neon, neon_superuser cloud_admin, public",
        "heroku, u4, public _heroku",
        "'', postgres app, public auth storage",
        "'', supabase_admin authenticator, public"
    })
    void platformIsRecognisedByWhatOnlyItHas(String name, String roles, String schemas) {
        Map<String, String> owners = new HashMap<>();
        List.of(schemas.split(" ")).forEach(schema -> owners.put(schema, "postgres"));
        Landmarks landmarks = new Landmarks(Set.of(roles.split(" ")), owners);

        assertThat(Profiles.DETECTED.at(landmarks).map(Profile::name).orElse(""))
                .isEqualTo(name);
    }

    @Test
    void settingWinsOverWhatIsSeen() {
        Landmarks supabase = new Landmarks(Set.of("supabase_admin", "authenticator"), Map.of("auth", "supabase_admin"));

        assertThat(Profiles.of("none").orElseThrow().at(supabase)).isEmpty();
        assertThat(Profiles.of("neon").orElseThrow().at(supabase).map(Profile::name))
                .contains("neon");
        assertThat(Profiles.of("auto").orElseThrow()).isEqualTo(Profiles.DETECTED);
        assertThat(Profiles.of("neno")).isEmpty();
        assertThat(Profiles.words()).startsWith("auto, none, supabase");
    }

    @Test
    void everyMistakeInAProfileIsTold() {
        assertThatThrownBy(() -> ProfileFile.parse("mine", """
                        description: x
                        rules:
                          - {is: plattform, kind: [table]}
                        """))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("detect: expected a list of roles and schemas")
                .hasMessageContaining("expected platform or user, found 'plattform'")
                .hasMessageContaining("did you mean 'kinds'?");
    }
}
