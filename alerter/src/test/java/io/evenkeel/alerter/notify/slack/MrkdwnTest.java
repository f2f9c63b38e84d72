package io.evenkeel.alerter.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MrkdwnTest {
    @Test
    void markupBecomesText() {
        assertThat(Mrkdwn.escape("<!here> & <https://evil.example|ok>", 100))
                .isEqualTo("&lt;!here&gt; &amp; &lt;https://evil.example|ok&gt;");
    }

    @Test
    void codeCannotBeEndedEarly() {
        assertThat(Mrkdwn.code("a`b```<!here>", 100)).isEqualTo("`a\u02cbb\u02cb\u02cb\u02cb&lt;!here&gt;`");
        assertThat(Mrkdwn.code("", 100)).isEmpty();
    }

    @Test
    void aCutLeavesEveryCharacterAndEscapeWhole() {
        for (int max = 10; max < 60; max++) {
            String cut = Mrkdwn.escape("&\ud83d\ude00<".repeat(50), max);
            assertThat(cut).hasSizeLessThanOrEqualTo(max).endsWith("...");
            assertThat(cut.replace("...", "").replaceAll("&amp;|&lt;|\ud83d\ude00", ""))
                    .isEmpty();
        }
    }

    @Test
    void whatFitsIsNotCut() {
        assertThat(Mrkdwn.escape("0123456789", 10)).isEqualTo("0123456789");
    }
}
