package io.evenkeel.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class ResourceDirectoryTest {
    private static final String IN_A_JAR = "/org/assertj/core/api";

    @Test
    void aDirectoryOfAJarIsReadByTwoAtOnce() throws Exception {
        List<String> names = new ArrayList<>();
        ResourceDirectory.read(
                Assertions.class,
                IN_A_JAR,
                outer -> ResourceDirectory.read(Assertions.class, IN_A_JAR, inner -> {
                    names.addAll(names(inner));
                    assertThat(names(outer)).isEqualTo(names);
                }));
        assertThat(names).contains("Assertions.class");
    }

    @Test
    void whatTheBuildLeftOutIsNamed() {
        assertThatThrownBy(() -> ResourceDirectory.read(ResourceDirectory.class, "/nowhere", directory -> {}))
                .hasMessage("the build left out /nowhere");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
