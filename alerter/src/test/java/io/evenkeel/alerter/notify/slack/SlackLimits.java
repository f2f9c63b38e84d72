package io.evenkeel.alerter.notify.slack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The limits and the shape of Block Kit, as Slack's reference gives them. */
final class SlackLimits {
    private static final Set<String> TYPES = Set.of("header", "section", "context", "actions");

    private SlackLimits() {}

    @SuppressWarnings("unchecked")
    static void check(String json) throws Exception {
        Map<String, Object> message = Json.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
        assertThat(message.get("text")).asString().isNotEmpty().hasSizeLessThanOrEqualTo(4000);
        List<Map<String, Object>> blocks = requireNonNull((List<Map<String, Object>>) message.get("blocks"));
        assertThat(blocks).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        for (Map<String, Object> block : blocks) {
            assertThat(block.get("type")).isIn(TYPES);
            switch (String.valueOf(block.get("type"))) {
                case "header" -> text(requireNonNull(block.get("text")), "plain_text", 150);
                case "section" -> text(requireNonNull(block.get("text")), "mrkdwn", 3000);
                case "context" ->
                    assertThat((List<Object>) block.get("elements")).hasSizeBetween(1, 10);
                default -> assertThat((List<Object>) block.get("elements")).hasSizeBetween(1, 25);
            }
        }
    }

    private static void text(Object text, String type, int max) {
        Map<?, ?> map = (Map<?, ?>) text;
        assertThat(map.get("type")).isEqualTo(type);
        assertThat(String.valueOf(map.get("text"))).isNotEmpty().hasSizeLessThanOrEqualTo(max);
    }
}
