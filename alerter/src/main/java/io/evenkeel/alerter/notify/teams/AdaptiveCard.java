package io.evenkeel.alerter.notify.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.contract.catalog.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An adaptive card. What comes from a database stands in text runs, which know no markup; a text block would read it as
 * Markdown.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AdaptiveCard(
        @JsonProperty("$schema") String schema,
        String type,
        String version,
        Map<String, String> msteams,
        String fallbackText,
        List<Object> body,
        List<OpenUrl> actions) {
    private record TextBlock(String type, String text, String size, String weight, String color, boolean wrap) {}

    private record RichTextBlock(String type, boolean separator, List<TextRun> inlines) {
        static RichTextBlock of(boolean separator, TextRun... runs) {
            return new RichTextBlock("RichTextBlock", separator, List.of(runs));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record TextRun(
            String type, String text, Optional<String> weight, Optional<String> color, Optional<String> fontType) {
        static TextRun plain(String text) {
            return new TextRun("TextRun", text, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static TextRun status(String text, String color) {
            return new TextRun("TextRun", text, Optional.of("Bolder"), Optional.of(color), Optional.empty());
        }

        static TextRun code(String text) {
            return new TextRun("TextRun", text, Optional.empty(), Optional.empty(), Optional.of("Monospace"));
        }
    }

    private record OpenUrl(String type, String title, URI url) {}

    static AdaptiveCard of(Notice notice) {
        List<Object> body = new ArrayList<>();
        body.add(new TextBlock(
                "TextBlock", notice.title(), "Large", "Bolder", color(notice.resolved(), notice.severity()), true));
        notice.items().forEach(item -> body.addAll(blocks(item)));
        notice.rest().ifPresent(rest -> body.add(RichTextBlock.of(true, TextRun.plain(rest))));
        return new AdaptiveCard(
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "AdaptiveCard",
                "1.4",
                Map.of("width", "Full"),
                notice.title(),
                body,
                notice.link().stream()
                        .map(uri -> new OpenUrl("Action.OpenUrl", "Open in Evenkeel", uri))
                        .toList());
    }

    private static List<RichTextBlock> blocks(Notice.Item item) {
        List<RichTextBlock> blocks = new ArrayList<>();
        blocks.add(RichTextBlock.of(
                true,
                TextRun.status(item.status() + " ", color(item.resolved(), item.severity())),
                TextRun.code(item.object())));
        if (!item.facts().isEmpty()) {
            blocks.add(RichTextBlock.of(false, TextRun.code(item.facts())));
        }
        if (!item.advice().isEmpty()) {
            blocks.add(RichTextBlock.of(false, TextRun.plain(item.advice())));
        }
        return blocks;
    }

    private static String color(boolean resolved, Severity severity) {
        if (resolved) {
            return "Good";
        }
        return switch (severity) {
            case CRITICAL -> "Attention";
            case WARNING -> "Warning";
            case INFO -> "Accent";
        };
    }
}
