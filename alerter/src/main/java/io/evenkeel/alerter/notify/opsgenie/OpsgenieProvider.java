package io.evenkeel.alerter.notify.opsgenie;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings: {@code api-key} of an API integration; {@code url}, {@code https://api.opsgenie.com} by default; {@code
 * teams} that are to respond, and {@code tags}.
 */
public final class OpsgenieProvider implements NotifierProvider {
    private static final int MAX_TAGS = 20;
    private static final int MAX_TAG = 50;
    private static final int MAX_TEAMS = 50;

    @Override
    public String type() {
        return "opsgenie";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        Secret key = Headers.requiredSecret(receiver, "api-key");
        Target api = Endpoints.one(receiver, "url", "https://api.opsgenie.com", Network.read(receiver, false));
        List<String> teams = receiver.texts("teams");
        if (teams.size() > MAX_TEAMS) {
            receiver.problem("teams", "at most " + MAX_TEAMS, String.valueOf(teams.size()), "");
        }
        List<String> tags = receiver.texts("tags");
        if (tags.size() > MAX_TAGS || tags.stream().anyMatch(tag -> tag.length() > MAX_TAG)) {
            receiver.problem("tags", "at most 20 of at most 50 characters", "more", "");
        }
        Map<String, String> headers = Headers.json(Optional.of(new Secret("GenieKey " + key.reveal())));
        return context -> new OpsgenieNotifier(context, api, headers, teams, tags);
    }
}
