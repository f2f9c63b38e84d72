package io.evenkeel.alerter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Drift;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    void whoChangedItIsSaidWithAllThatOneChangeMade() {
        Drift column = Told.COLUMN;
        Drift other = Drifts.inTable("t", Severity.WARNING, "d").from(column.attribution());
        Report report = Report.of(
                SampleReport.staging(),
                SampleReport.production(),
                SampleReport.KINDS,
                Stream.of(column, other, Told.POLICY).map(Finding::of).toList(),
                List.of());
        String line = "in production by psql (anna) from 192.0.2.7: ALTER TABLE public.t at 2026-11-22 12:00:00 UTC";

        assertThat(TextReport.render(report, false))
                .contains("CHANGES  who made them, or between which two readings they were made\n  " + line
                        + "\n    column public.t.c, column public.t.d\n");
        assertThat(MarkdownReport.render(report))
                .contains(MarkdownReport.escape(line) + " | column public.t.c, column public.t.d |");
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
