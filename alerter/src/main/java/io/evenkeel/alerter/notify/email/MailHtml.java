package io.evenkeel.alerter.notify.email;

import io.evenkeel.alerter.notify.Notice;
import io.evenkeel.contract.catalog.Severity;

/** The words of a mail as HTML: no scripts, no images, nothing fetched from anywhere. */
final class MailHtml {
    private MailHtml() {}

    static String of(Notice notice) {
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(notice.title()))
                .append("</title></head>\n<body style=\"font-family:sans-serif\">\n<h2 style=\"color:")
                .append(color(notice.resolved(), notice.severity()))
                .append("\">")
                .append(escape(notice.title()))
                .append("</h2>\n<table cellpadding=\"6\" style=\"border-collapse:collapse\">\n");
        notice.items().forEach(item -> row(html, item));
        html.append("</table>\n");
        notice.rest().ifPresent(rest -> html.append("<p>").append(escape(rest)).append("</p>\n"));
        notice.link()
                .ifPresent(uri -> html.append("<p><a href=\"")
                        .append(escape(uri.toString()))
                        .append("\">Open in Evenkeel</a></p>\n"));
        return html.append("</body></html>\n").toString();
    }

    private static void row(StringBuilder html, Notice.Item item) {
        html.append("<tr style=\"border-top:1px solid #ddd;vertical-align:top\"><td style=\"color:")
                .append(color(item.resolved(), item.severity()))
                .append("\"><b>")
                .append(escape(item.status()))
                .append("</b></td><td><code>")
                .append(escape(item.object()))
                .append("</code>");
        if (!item.facts().isEmpty()) {
            html.append("<br><code>").append(escape(item.facts())).append("</code>");
        }
        if (!item.advice().isEmpty()) {
            html.append("<br>").append(escape(item.advice()));
        }
        html.append("</td></tr>\n");
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static String color(boolean resolved, Severity severity) {
        if (resolved) {
            return "#1a7f37";
        }
        return switch (severity) {
            case CRITICAL -> "#b42318";
            case WARNING -> "#9a6700";
            case INFO -> "#0969da";
        };
    }
}
