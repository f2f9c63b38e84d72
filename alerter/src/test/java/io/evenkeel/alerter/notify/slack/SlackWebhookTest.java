package io.evenkeel.alerter.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.runtime.settings.SettingsException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SlackWebhookTest extends HttpNotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new SlackProvider();
    }

    @Override
    protected String settings(URI address) {
        return "url: " + address + "\n";
    }

    @Override
    protected int limit() {
        return 13_000;
    }

    @Override
    protected void checkHostile(String sent) throws Exception {
        super.checkHostile(sent);
        assertThat(sent).contains("&lt;!channel&gt;").doesNotContain("<");
        SlackLimits.check(sent);
    }

    @Test
    void theBodyIsAsExpected() throws Exception {
        notifier().send(message());
        assertGolden("slack-webhook.json", sent().getFirst());
    }

    @Test
    void evenAHugeMessageKeepsSlacksLimits() throws Exception {
        notifier().send(huge());
        SlackLimits.check(sent().getFirst());
    }

    @Test
    void aWebhookAndABotTogetherAreRefused() {
        assertThatThrownBy(() -> read("url: https://hooks.example/x\ntoken: xoxb-" + SECRET + "\nchannel: '#db'\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("both")
                .message()
                .doesNotContain(SECRET);
        assertThatThrownBy(() -> read("channel: '#db'\n")).hasMessageContaining("neither");
        assertThatThrownBy(() -> read("token: xoxb-1\n")).hasMessageContaining("token and channel together");
    }
}
