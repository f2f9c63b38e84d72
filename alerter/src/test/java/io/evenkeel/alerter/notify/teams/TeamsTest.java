package io.evenkeel.alerter.notify.teams;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.notify.HttpNotifierKit;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.ReceiverFixture;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamsTest extends HttpNotifierKit {
    @Override
    protected NotifierProvider provider() {
        return new TeamsProvider();
    }

    @Override
    protected String settings(URI address) {
        return "url: " + address + "\n";
    }

    @Override
    protected ReceiverFixture.Reply usual() {
        return ReceiverFixture.Reply.of(202);
    }

    @Override
    protected int limit() {
        return 28 * 1024;
    }

    /** A text block reads Markdown, a text run does not. */
    @Override
    @SuppressWarnings("unchecked")
    protected void checkHostile(String sent) throws Exception {
        super.checkHostile(sent);
        Map<String, Object> message = Json.read(sent.getBytes(StandardCharsets.UTF_8), Map.class);
        Map<String, Object> attachment = requireNonNull((List<Map<String, Object>>) message.get("attachments"))
                .getFirst();
        assertThat(attachment).containsEntry("contentType", "application/vnd.microsoft.card.adaptive");
        Map<String, Object> card = requireNonNull((Map<String, Object>) attachment.get("content"));
        assertThat(card).containsEntry("type", "AdaptiveCard").containsKeys("$schema", "version");
        assertThat((List<Map<String, Object>>) card.get("body"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.get("type")).isIn("TextBlock", "RichTextBlock"))
                .filteredOn(block -> "TextBlock".equals(block.get("type")))
                .noneMatch(block -> String.valueOf(block.get("text")).contains("evil"));
    }

    @Test
    void theBodyIsAsExpected() throws Exception {
        notifier().send(Told.opened());
        assertGolden("teams.json", sent().getFirst());
    }

    @Test
    void whatIsResolvedIsACardOfItsOwn() throws Exception {
        notifier().send(Told.partly(""));
        assertGolden("teams-resolved.json", sent().getFirst());
    }
}
