package io.evenkeel.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.runtime.settings.SettingsException;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private static void refused(String yaml, String... lines) {
        assertThatThrownBy(() -> RuleReader.read(Origin.FILE, "rules.yaml", yaml))
                .isInstanceOf(SettingsException.class)
                .message()
                .satisfies(message -> assertThat(message.lines()).containsExactlyInAnyOrder(lines));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        refused(
                """
                rules:
                  - name: Bad Name
                    match: {kid: table, change: mising, name: 'public."x', name-regex: '('}
                    ignore: true
                  - name: accepted
                    match: {kind: table}
                    accept: {until: tomorrow, owner: FILL-IN}
                  - name: accepted
                    match: {}
                    severity: fatal
                  - name: nothing
                    match: {kind: table}
                  - name: both
                    match: {kind: table}
                    ignore: true
                    hold: {until: 2027-01-01}
                """,
                "rules.yaml:2: rules[0].name: expected 1 to 200 of a-z, 0-9, '.', '_' and '-', found 'Bad Name'",
                "rules.yaml:3: rules[0].match.kid: unknown key; did you mean 'kind'?",
                "rules.yaml:3: rules[0].match.change: expected one of missing, unexpected, different, found 'mising'; did you mean 'missing'?",
                "rules.yaml:3: rules[0].match.name: expected a closed quote, found 'public.\"x'",
                "rules.yaml:3: rules[0].match.name-regex: expected a regular expression (RE2), found '('",
                "rules.yaml:7: rules[1].accept.until: expected a day such as 2027-01-31 or a time such as 2027-01-31T18:00:00Z, found 'tomorrow'",
                "rules.yaml:7: rules[1].accept.owner: expected what a person wrote, found the placeholder 'FILL-IN'; fill it in",
                "rules.yaml:7: rules[1].accept.reason: expected a value, found none; set it",
                "rules.yaml:8: rules[2].name: expected another name for each rule, found 'accepted' again; rename one of them",
                "rules.yaml:9: rules[2].match: expected at least one condition, found none; 'kind: \"*\"' matches everything",
                "rules.yaml:10: rules[2].severity: expected one of info, warning, critical, found 'fatal'",
                "rules.yaml:11: rules[3].name: expected a decision, found none; add one of severity, ignore, accept, hold",
                "rules.yaml:13: rules[4].name: expected one of ignore, accept, hold, found 2 of them; keep one");
    }

    @Test
    void nothingInARuleStandsForAFileOrAVariable() {
        assertThat(RuleReader.read(
                                Origin.RECORD,
                                "request",
                                "rules: [{name: x, match: {kind: a}, ignore: true, reason: '${file:/etc/passwd}'}]")
                        .getFirst()
                        .reason())
                .isEqualTo("${file:/etc/passwd}");
    }

    @Test
    void aFileWithoutRulesIsRefusedAndAnEmptyListIsNot() {
        refused("rule: []", "rules.yaml:1: rule: unknown key; did you mean 'rules'?");
        assertThat(RuleReader.read(Origin.FILE, "rules.yaml", "rules: []")).isEmpty();
    }
}
