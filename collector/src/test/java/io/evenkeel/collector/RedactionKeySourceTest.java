package io.evenkeel.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.runtime.settings.Section;
import io.evenkeel.runtime.settings.SettingsException;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedactionKeySourceTest {
    @TempDir
    private Path directory = Path.of("");

    private RedactionKeySource source(String more) {
        Section root = SettingsFile.parse(
                "evenkeel.yaml", "data-directory: " + directory.resolve("data") + "\n" + more, Map.of());
        RedactionKeySource source = RedactionKeySource.from(root);
        root.check();
        return source;
    }

    @Test
    void keyIsMadeOnceForItsOwnerOnly() throws IOException {
        String made = source("").load().id();
        Path file = directory.resolve("data/redaction-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).hasSize(65);
        assertThat(source("").load().id()).isEqualTo(made);
    }

    @Test
    void keyOfTheSettingsWinsAndLeavesNoFile() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "0123456789abcdef\n");
        String one = source("redaction-key: ${file:" + secret + "}").load().id();
        assertThat(source("redaction-key: 0123456789abcdef").load().id()).isEqualTo(one);
        assertThat(source("redaction-key: 0123456789abcdeg").load().id()).isNotEqualTo(one);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void shortKeyIsRefusedWithoutBeingTold() {
        assertThatThrownBy(() -> source("redaction-key: CANARY"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("redaction-key: expected at least 16 characters, found fewer")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void damagedFileIsRefusedWithoutBeingTold() throws IOException {
        source("").load();
        Path file = Files.writeString(directory.resolve("data/redaction-key"), "CANARY");
        assertThatThrownBy(() -> source("").load())
                .hasMessageContaining(file + ": expected 64 hexadecimal digits, found 6 characters")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void directoryThatCannotBeMadeSaysWhatToDo() throws IOException {
        Files.writeString(directory.resolve("data"), "a file");
        assertThatThrownBy(() -> source("").load()).hasMessageContaining("set redaction-key");
    }
}
