package io.evenkeel.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String OURS = "a1b2c3";
    private static final String THEIRS = "d4e5f6";
    private static final String ONE = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value secret(String key, String hash) {
        return text("SELECT " + Redaction.secret(key, hash) + " AS s");
    }

    private static Value whole(String key, String hash, int characters) {
        return text(Redaction.whole(key, hash, characters));
    }

    private static void sameButForKeys(Value one, Value other, boolean expected) {
        assertThat(Redaction.sameButForKeys(one, other)).isEqualTo(expected);
        assertThat(Redaction.sameButForKeys(other, one)).isEqualTo(expected);
    }

    @Test
    void tokensAreFoundInTheirOrder() {
        String text = "a " + Redaction.secret(OURS, ONE) + " b " + Redaction.whole(THEIRS, OTHER, 12);
        assertThat(Redaction.tokens(text))
                .containsExactly(
                        new Redaction.Token(2, 36, OURS, ONE, false),
                        new Redaction.Token(39, text.length(), THEIRS, OTHER, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[redacted]",
                "[redacted a1b2c3:0123]",
                "[redacted a1b2c3:0123456789ABCDEF]",
                "[redacted a1b2c3:0123456789abcdef 12 characters]",
                "[hash-only a1b2c3:0123456789abcdef]"
            })
    void whatOnlyLooksLikeATokenIsNone(String text) {
        assertThat(Redaction.tokens(text)).isEmpty();
    }

    @Test
    void secretsUnderDifferentKeysCannotBeToldApart() {
        sameButForKeys(secret(OURS, ONE), secret(THEIRS, OTHER), true);
        sameButForKeys(secret(OURS, ONE), secret(THEIRS, ONE), true);
    }

    @Test
    void secretsUnderOneKeyCan() {
        sameButForKeys(secret(OURS, ONE), secret(OURS, OTHER), false);
        sameButForKeys(secret(OURS, ONE), secret(OURS, ONE), false);
    }

    @Test
    void whatDiffersBesideTheTokensDiffers() {
        sameButForKeys(secret(OURS, ONE), text("SELECT " + Redaction.secret(THEIRS, ONE)), false);
        sameButForKeys(secret(OURS, ONE), text("SELECT 1 AS s"), false);
        sameButForKeys(secret(OURS, ONE), Value.NULL, false);
        sameButForKeys(text("a"), text("b"), false);
    }

    @Test
    void oneChangedSecretUnderOneKeyIsEnoughToDiffer() {
        Value ours = text(Redaction.secret(OURS, ONE) + Redaction.secret(OURS, ONE));
        sameButForKeys(ours, text(Redaction.secret(OURS, OTHER) + Redaction.secret(THEIRS, ONE)), false);
        sameButForKeys(ours, text(Redaction.secret(OURS, ONE) + Redaction.secret(THEIRS, ONE)), true);
    }

    @Test
    void hiddenTextsOfDifferentKeysAreToldApartByTheirSize() {
        sameButForKeys(whole(OURS, ONE, 10), whole(THEIRS, OTHER, 10), true);
        sameButForKeys(whole(OURS, ONE, 10), whole(THEIRS, OTHER, 11), false);
        sameButForKeys(whole(OURS, ONE, 10), whole(OURS, OTHER, 10), false);
    }

    @Test
    void hiddenTextCannotBeHeldAgainstAPlainOne() {
        sameButForKeys(whole(OURS, ONE, 8), text("SELECT 1"), true);
        sameButForKeys(whole(OURS, ONE, 8), secret(OURS, ONE), true);
        sameButForKeys(whole(OURS, ONE, 8), Value.NULL, false);
    }

    @Test
    void listsAreLookedAtItemByItem() {
        String ours = "password=" + Redaction.secret(OURS, ONE);
        String theirs = "password=" + Redaction.secret(THEIRS, ONE);
        sameButForKeys(list("host=a", ours), list("host=a", theirs), true);
        sameButForKeys(list("host=a", ours), list("host=b", theirs), false);
        sameButForKeys(list("host=a", ours), list(theirs), false);
        sameButForKeys(list(ours), list(ours), false);
    }

    private static Value list(String... items) {
        return new Value.TextList(List.of(items));
    }
}
