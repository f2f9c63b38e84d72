package io.evenkeel.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("evenkeel.root", ".."), "docs/rules.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(rules:.*?)```", Pattern.DOTALL);

    @Test
    void theExamplesOfThePageAreRules() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```yaml\n", "").replace("```", ""))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(examples)
                .flatExtracting(example -> RuleReader.read(Origin.FILE, "docs/rules.md", example))
                .hasSize(7);
    }
}
