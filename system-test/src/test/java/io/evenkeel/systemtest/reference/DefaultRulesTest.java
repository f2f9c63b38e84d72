package io.evenkeel.systemtest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the program name kinds and attributes that there are: nothing else would notice a misspelt one. */
class DefaultRulesTest {
    private static final Path ROOT = Path.of(System.getProperty("evenkeel.root"));

    @Test
    void everyKindAndAttributeIsInTheCatalog() throws IOException {
        Path file = ROOT.resolve("alerter/src/main/resources/rules/defaults.yaml");
        List<Section> rules =
                SettingsFile.literal("defaults.yaml", Files.readString(file)).list("rules");
        assertThat(rules).hasSizeGreaterThan(10);
        for (Section rule : rules) {
            Section match = rule.section("match");
            List<String> attributes = new ArrayList<>(match.texts("attribute"));
            attributes.addAll(match.lists("having").keySet());
            for (String kind : match.texts("kind")) {
                Path query = ROOT.resolve("collector/src/main/resources/catalog/" + kind + ".sql");
                assertThat(query).exists();
                assertThat(attributes)
                        .allSatisfy(
                                attribute -> assertThat(Files.readString(query)).contains(" AS " + attribute));
            }
        }
    }
}
