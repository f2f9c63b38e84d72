package io.evenkeel.alerter.notify.slack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which message of which channel: what the outbox keeps for a bot.
 *
 * @param channel the id that Slack gave it, not its name
 */
record SlackReference(String channel, String ts) {
    private static final Pattern CHANNEL = Pattern.compile("[A-Z0-9]{1,32}");
    private static final Pattern TS = Pattern.compile("[0-9]{1,16}\\.[0-9]{1,16}");

    /** What a receiver answers is not kept unless it is what it should be. */
    static Optional<SlackReference> of(String channel, String ts) {
        return CHANNEL.matcher(channel).matches() && TS.matcher(ts).matches()
                ? Optional.of(new SlackReference(channel, ts))
                : Optional.empty();
    }

    static Optional<SlackReference> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? Optional.empty() : of(text.substring(0, slash), text.substring(slash + 1));
    }

    String text() {
        return channel + "/" + ts;
    }
}
