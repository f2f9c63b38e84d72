package io.evenkeel.collector.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.catalog.Redaction;
import io.evenkeel.contract.catalog.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactorTest {
    private static final RedactionKey KEY = RedactionKey.of("for tests only".getBytes(StandardCharsets.UTF_8));
    private static final Redactor REDACTOR = new Redactor(KEY, Definitions.TEXT);
    private static final Redactor STRICT = new Redactor(KEY, Definitions.HASH_ONLY);
    private static final Redactor OTHER = new Redactor(RedactionKey.random(), Definitions.TEXT);

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @Test
    void equalSecretsStayEqualAndOthersDiffer() {
        assertThat(REDACTOR.text("password='one'")).isEqualTo(REDACTOR.text("password='one'"));
        assertThat(REDACTOR.text("password='one'")).isNotEqualTo(REDACTOR.text("password='two'"));
    }

    @Test
    void theSameUnderAnotherKeyCannotBeToldApart() {
        Value ours = REDACTOR.value(text("SELECT password='one'"), "f");
        Value theirs = OTHER.value(text("SELECT password='one'"), "f");
        assertThat(ours).isNotEqualTo(theirs);
        assertThat(Redaction.sameButForKeys(ours, theirs)).isTrue();
    }

    @Test
    void hashSaysNothingWithoutTheKey() {
        String token =
                Redaction.tokens(REDACTOR.text("password='hunter2'")).getFirst().hash();
        assertThat(Redaction.tokens(OTHER.text("password='hunter2'")).getFirst().hash())
                .isNotEqualTo(token);
        assertThat(KEY.toString()).doesNotContain("for tests only");
    }

    @Test
    void literalOfAnObjectThatIsNamedAfterASecretIsOne() {
        assertThat(REDACTOR.value(text("'changeme'::text"), "api_key").toString())
                .contains("'[redacted ")
                .contains("]'::text")
                .doesNotContain("changeme");
        assertThat(REDACTOR.value(text("'changeme'::text"), "status")).isEqualTo(text("'changeme'::text"));
        assertThat(REDACTOR.value(text("'bearer'::text"), "token_type")).isEqualTo(text("'bearer'::text"));
    }

    @Test
    void secretBehindItsNameInAListIsOne() {
        Value redacted = REDACTOR.value(new Value.TextList(List.of("POST", "api_key", "Hunter2", "note")), "t");
        assertThat(redacted.toString()).contains("POST, api_key, [redacted ").doesNotContain("Hunter2");
        assertThat(REDACTOR.value(redacted, "t")).isEqualTo(redacted);
        Value words = new Value.TextList(List.of("password", "email", "token", "magic_link"));
        assertThat(REDACTOR.value(words, "t")).isEqualTo(words);
    }

    @Test
    void optionsAreHiddenUnlessTheyAreListed() {
        Value hidden = REDACTOR.options(
                new Value.TextList(List.of("host=db", "user=bob", "password=x", "flag")), "server", Set.of("host"));
        assertThat(hidden).isInstanceOfSatisfying(Value.TextList.class, list -> {
            assertThat(list.items().get(0)).isEqualTo("host=db");
            assertThat(list.items().get(1)).startsWith("user=[redacted ");
            assertThat(list.items().get(2)).startsWith("password=[redacted ");
            assertThat(list.items().get(3)).startsWith("[redacted ");
        });
        assertThat(REDACTOR.options(hidden, "server", Set.of("host"))).isEqualTo(hidden);
    }

    @Test
    void listedOptionIsStillLookedThrough() {
        Value shown =
                REDACTOR.options(new Value.TextList(List.of("host=postgres://u:hunter2@h")), "server", Set.of("host"));
        assertThat(shown.toString()).contains("host=postgres://u:[redacted ").doesNotContain("hunter2");
    }

    @Test
    void textOptionIsHiddenAsAWholeUnlessTheObjectsNameIsListed() {
        assertThat(REDACTOR.options(text("abc"), "app.key", Set.of("search_path"))
                        .toString())
                .doesNotContain("abc");
        assertThat(REDACTOR.options(text("abc"), "search_path", Set.of("search_path")))
                .isEqualTo(text("abc"));
        assertThat(REDACTOR.options(new Value.Int(1234), "pin", Set.of()).toString())
                .doesNotContain("1234");
        assertThat(REDACTOR.options(Value.NULL, "pin", Set.of())).isEqualTo(Value.NULL);
    }

    @Test
    void strictSettingHidesDefinitionsAndShowsTheirSize() {
        Value hidden = STRICT.definition(text("SELECT 1"), "f");
        assertThat(hidden.toString()).matches(".*\\[hash-only [0-9a-f]{6}:[0-9a-f]{16} 8 characters].*");
        assertThat(STRICT.definition(hidden, "f")).isEqualTo(hidden);
        assertThat(STRICT.definition(text("SELECT 2"), "f")).isNotEqualTo(hidden);
        assertThat(STRICT.definition(Value.NULL, "f")).isEqualTo(Value.NULL);
        assertThat(STRICT.value(text("a comment"), "f")).isEqualTo(text("a comment"));
    }
}
