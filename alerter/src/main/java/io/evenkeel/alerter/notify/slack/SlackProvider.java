package io.evenkeel.alerter.notify.slack;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.util.Optional;

/**
 * Settings: either {@code url}, an incoming webhook, or {@code token} of a bot and its {@code channel}; {@code api-url}
 * is Slack's by default.
 */
public final class SlackProvider implements NotifierProvider {
    @Override
    public String type() {
        return "slack";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        Network network = Network.read(receiver, false);
        Target api = Endpoints.one(receiver, "api-url", "https://slack.com/api", network);
        Optional<Secret> token = Headers.secret(receiver, "token");
        Optional<String> channel = receiver.text("channel");
        if (receiver.has("url") == token.isPresent()) {
            receiver.problem(
                    "url", "url of an incoming webhook, or token of a bot", token.isPresent() ? "both" : "neither", "");
        }
        if (token.isPresent() != channel.isPresent()) {
            receiver.problem(
                    "channel",
                    "token and channel together",
                    "only one of them",
                    "a bot needs to know the channel; an incoming webhook has its own");
        }
        if (token.isPresent()) {
            return context -> new SlackBot(context, api, token.get(), channel.orElse(""));
        }
        Target webhook = Endpoints.one(receiver, "url", network);
        return context -> new SlackWebhook(context, webhook);
    }
}
