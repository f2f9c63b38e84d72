package io.evenkeel.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionTest {
    private static Section read(String yaml, Map<String, String> variables) {
        return SettingsFile.parse("evenkeel.yaml", yaml, variables);
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        Section root = read("""
                kafka:
                  partitions: many
                  bootstrap-server: here:9092
                alerter:
                  stale-after: 2 minutes
                """, Map.of());
        root.section("kafka").integer("partitions", 4, 1, 128);
        root.section("kafka").text("bootstrap-servers");
        root.section("alerter").duration("stale-after", Duration.ofSeconds(60), Duration.ZERO, Duration.ofHours(1));

        assertThatThrownBy(root::check)
                .isInstanceOf(SettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "evenkeel.yaml:2: kafka.partitions: expected a whole number from 1 to 128, found 'many'",
                        "evenkeel.yaml:5: alerter.stale-after: expected a duration such as 250ms, 5s, 10m or 24h,"
                                + " from 0h to 1h, found '2 minutes'",
                        "evenkeel.yaml:3: kafka.bootstrap-server: unknown key; did you mean 'bootstrap-servers'?"));
    }

    @Test
    void aKeyThatIsNearNothingGetsTheListOfKnownKeys() {
        Section root = read("colour: blue\n", Map.of());
        root.text("environments");
        root.text("kafka");

        assertThatThrownBy(root::check)
                .hasMessage("evenkeel.yaml:1: colour: unknown key; expected one of environments, kafka");
    }

    @Test
    void secretsComeFromFilesAndVariablesAndAreNeverShown(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "from file\n");
        Section root = read("""
                one: ${file:%s}
                two: ${env:PASSWORD}
                """.formatted(file), Map.of("PASSWORD", "from variable"));

        assertThat(root.secret("one")).map(Secret::reveal).contains("from file");
        assertThat(root.secret("two")).map(Secret::reveal).contains("from variable");
        assertThat(String.valueOf(root.secret("two"))).doesNotContain("from variable");
        root.check();
    }

    @Test
    void aMissingVariableIsNamed() {
        Section root = read("two: ${env:PASSWORD}\n", Map.of());

        assertThat(root.secret("two")).isEmpty();
        assertThatThrownBy(root::check)
                .hasMessage("evenkeel.yaml:1: two: the environment variable PASSWORD is not set");
    }

    @Test
    void aVariableStandsInForAKey() {
        Section root = read("kafka:\n  partitions: 4\n", Map.of("EVENKEEL_KAFKA_PARTITIONS", "8"));

        assertThat(root.section("kafka").integer("partitions", 4, 1, 128)).isEqualTo(8);
        root.check();
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("a: 1\na: 2\n", Map.of()).check()).hasMessageContaining("evenkeel.yaml:2");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("a: [1\nb: 2\n", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("evenkeel.yaml:2: not YAML");
    }

    @Test
    void aWrongShapeIsToldAsSuch() {
        Section root = read("kafka: yes\ncomparisons: {a: b}\n", Map.of());
        root.section("kafka");
        root.list("comparisons");

        assertThatThrownBy(root::check)
                .hasMessageContaining("kafka: expected keys and values, found a single value")
                .hasMessageContaining("comparisons: expected a list, found keys and values");
    }

    @Test
    void noTagMakesAnObject() {
        assertThatThrownBy(() -> read("a: !!javax.script.ScriptEngineManager [1]\n", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Global tag is not allowed");
    }

    @Test
    void aMissingFileIsOneLine(@TempDir Path directory) {
        Path file = directory.resolve("none.yaml");

        assertThatThrownBy(() -> SettingsFile.read(file, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage(file + ": no such file; expected a settings file in YAML");
    }
}
