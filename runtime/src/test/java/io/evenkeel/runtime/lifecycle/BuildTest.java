package io.evenkeel.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildTest {
    @Test
    void mavenWroteDownWhatItBuilt() {
        Build build = Build.current();

        assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(build.revision()).matches("unknown|[0-9a-f]{7,40}");
    }
}
