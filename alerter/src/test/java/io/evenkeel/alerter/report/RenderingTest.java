package io.evenkeel.alerter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RenderingTest {
    @Test
    void theTableIsAsPromised() throws IOException {
        assertThat(TextReport.render(SampleReport.drifted(), false)).isEqualTo(golden("drifted.txt"));
    }

    @Test
    void anUnreachableEnvironmentLeadsTheTable() throws IOException {
        assertThat(TextReport.render(SampleReport.unreachable(), false))
                .startsWith("production against staging: unknown, production unreachable")
                .contains("UNKNOWN", "production  everything  unreachable  connection refused: db.example:5432");
    }

    @Test
    void theJsonIsAsPromised() throws IOException {
        assertThat(JsonReport.render(SampleReport.drifted())).isEqualTo(golden("drifted.json"));
    }

    @Test
    void theMarkdownIsAsPromised() throws IOException {
        assertThat(MarkdownReport.render(SampleReport.drifted())).isEqualTo(golden("drifted.md"));
    }

    @Test
    void colourIsAddedOnlyWhenAskedFor() {
        assertThat(TextReport.render(SampleReport.drifted(), false)).doesNotContain("\u001b");
        String coloured = TextReport.render(SampleReport.drifted(), true);
        assertThat(coloured).contains("\u001b[1;31m").doesNotContain("\u001b[2J");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(TextReport.render(SampleReport.drifted(), false));
    }

    @Test
    void markdownCannotBeWrittenByANameInADatabase() {
        assertThat(MarkdownReport.escape("| <img src=x> [a](http://x) @all `x` \u202e\n# h"))
                .isEqualTo("\\| &lt;img src=x&gt; \\[a\\]\\(http:&#47;&#47;x\\) &#64;all \\`x\\` \\\\u202e\\\\n\\# h");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = RenderingTest.class.getResourceAsStream("/report/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
