package io.evenkeel.alerter.notify.slack;

/** Text in Slack's markup, so that what comes from a database stays what it is and mentions nobody. */
final class Mrkdwn {
    private static final String CUT = "...";

    private Mrkdwn() {}

    /** As code: nothing in it is markup, and it cannot end the code early. */
    static String code(String text, int max) {
        return text.isEmpty() ? "" : "`" + escape(text.replace('`', '\u02cb'), max - 2) + "`";
    }

    /** Escaped, at most {@code max} characters with the escapes, which are never cut in two. */
    static String escape(String text, int max) {
        StringBuilder escaped = new StringBuilder();
        int safe = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(escaped, text.codePointAt(i));
            if (escaped.length() <= max - CUT.length()) {
                safe = escaped.length();
            }
        }
        if (escaped.length() > max) {
            escaped.setLength(safe);
            escaped.append(CUT);
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            default -> escaped.appendCodePoint(point);
        }
    }
}
