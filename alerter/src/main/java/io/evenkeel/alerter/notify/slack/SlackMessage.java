package io.evenkeel.alerter.notify.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.catalog.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as {@code chat.postMessage}, {@code chat.update} and incoming webhooks take it.
 *
 * @param text for notifications and screen readers
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SlackMessage(
        Optional<String> channel,
        Optional<String> ts,
        String text,
        List<Block> blocks,
        @JsonProperty("unfurl_links") boolean unfurlLinks) {
    /** Slack refuses blocks of about 13,000 characters together. */
    static final int MAX_BYTES = 12_000;

    private static final int HEADER = 150;
    /** Together less than the 3,000 characters of a section. */
    private static final int OBJECT = 1000;

    private static final int DETAIL = 1200;
    private static final int ADVICE = 600;

    /** A part of the message: header, section, context or actions. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Block(String type, Optional<Text> text, Optional<List<Object>> elements) {
        static Block header(String text) {
            return new Block("header", Optional.of(new Text("plain_text", text)), Optional.empty());
        }

        static Block section(String mrkdwn) {
            return new Block("section", Optional.of(new Text("mrkdwn", mrkdwn)), Optional.empty());
        }

        static Block context(String mrkdwn) {
            return new Block("context", Optional.empty(), Optional.of(List.of(new Text("mrkdwn", mrkdwn))));
        }

        static Block link(URI uri) {
            Button button = new Button("button", new Text("plain_text", "Open in Evenkeel"), uri, "open");
            return new Block("actions", Optional.empty(), Optional.of(List.of(button)));
        }
    }

    record Text(String type, String text) {}

    record Button(
            String type,
            Text text,
            URI url,
            @JsonProperty("action_id") String actionId) {}

    static SlackMessage of(Notice notice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.header(Visible.line(sign(notice.resolved(), notice.severity()) + " " + notice.title(), HEADER)));
        notice.items().forEach(item -> blocks.add(Block.section(section(item))));
        notice.rest().ifPresent(rest -> blocks.add(Block.context(rest)));
        notice.link().ifPresent(uri -> blocks.add(Block.link(uri)));
        return new SlackMessage(Optional.empty(), Optional.empty(), notice.title(), blocks, false);
    }

    /** Where it is to stand: as a new message, or in place of the one of that time stamp. */
    SlackMessage in(String where, Optional<String> which) {
        return new SlackMessage(Optional.of(where), which, text, blocks, unfurlLinks);
    }

    private static String section(Notice.Item item) {
        String first = sign(item.resolved(), item.severity()) + " *" + item.status() + "* "
                + Mrkdwn.code(item.object(), OBJECT);
        return Stream.of(first, Mrkdwn.code(item.facts(), DETAIL), Mrkdwn.escape(item.advice(), ADVICE))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String sign(boolean resolved, Severity severity) {
        if (resolved) {
            return "\u2705";
        }
        return switch (severity) {
            case CRITICAL -> "\ud83d\udd34";
            case WARNING -> "\ud83d\udfe0";
            case INFO -> "\ud83d\udd35";
        };
    }
}
