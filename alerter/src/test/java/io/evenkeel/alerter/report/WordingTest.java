package io.evenkeel.alerter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void shortValuesStandSideBySide() {
        assertThat(different(Drifts.texts("type", "integer", "bigint"))).isEqualTo("type: integer -> bigint");
    }

    @Test
    void listsTellWhatCameAndWhatWent() {
        assertThat(different(new AttributeDifference("labels", list("a", "b"), list("b", "c"))))
                .isEqualTo("labels: -a +c");
        assertThat(different(new AttributeDifference("labels", list("a", "b"), list("b", "a"))))
                .isEqualTo("labels: another order: b, a");
    }

    @Test
    void aLongExpressionTellsItsWords() {
        String basic =
                "CHECK ((email_type = ANY (ARRAY['follow_up'::text, 'cold_email'::text, 'transactional'::text])))";
        String extended = basic.replace("'transactional'::text", "'transactional'::text, 'incoming_sms'::text");
        assertThat(different(Drifts.texts("definition", basic, extended)))
                .isEqualTo("definition: +'incoming_sms'::text");
    }

    @Test
    void aLongTextTellsItsLines() {
        String body = "begin\n  insert into audit values (new.id);\n  return new;\nend";
        assertThat(different(Drifts.texts("body", body, body.replace("new.id", "new.id, now()"))))
                .isEqualTo("body: 1 of 4 lines differ: -insert into audit values (new.id); "
                        + "+insert into audit values (new.id, now());");
    }

    @Test
    void ofAWholeObjectTheMostTellingComesFirst() {
        List<AttributeDifference> attributes = List.of(
                missing("checksum", new Value.Text(Redaction.secret("a1b2c3", "0123456789abcdef"))),
                missing("default", Value.NULL),
                missing("has_default", new Value.Bool(false)),
                missing("not_null", new Value.Bool(true)),
                missing("options", list()),
                missing("position", new Value.Int(3)),
                missing("type", new Value.Text("bigint")));
        assertThat(Wording.of(Drifts.drift(
                                Severity.INFO, Change.MISSING, attributes, new TreeMap<>(), "column", "public", "c")
                        .difference()))
                .isEqualTo("type bigint; position 3; not_null true");
    }

    @Test
    void controlCharactersAreSpelledOut() {
        assertThat(Visible.text("a\u001b[31m\u202e\u200b\r\nb\ud800"))
                .isEqualTo("a\\x1b[31m\\u202e\\u200b\\r\\nb\\ud800");
        assertThat(Visible.name(List.of("public", "a.b", " "))).isEqualTo("public.\"a.b\".\" \"");
        assertThat(Visible.line("abcdefgh", 6)).isEqualTo("abc...");
    }

    private static String different(AttributeDifference attribute) {
        return Wording.of(Drifts.drift(
                        Severity.INFO, Change.DIFFERENT, List.of(attribute), new TreeMap<>(), "view", "public", "v")
                .difference());
    }

    private static AttributeDifference missing(String name, Value value) {
        return new AttributeDifference(name, value, Value.NULL);
    }

    private static Value list(String... items) {
        return new Value.TextList(List.of(items));
    }
}
