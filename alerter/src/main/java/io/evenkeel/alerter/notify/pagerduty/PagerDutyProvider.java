package io.evenkeel.alerter.notify.pagerduty;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Secret;
import io.evenkeel.runtime.settings.Section;

/**
 * Settings: {@code routing-key} of an Events API v2 integration; {@code region}, us by default, or eu; {@code url}, that
 * of the region by default; {@code change-events}, true by default.
 */
public final class PagerDutyProvider implements NotifierProvider {
    private static final String US = "https://events.pagerduty.com";
    private static final String EU = "https://events.eu.pagerduty.com";

    @Override
    public String type() {
        return "pagerduty";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        Secret key = Headers.requiredSecret(receiver, "routing-key");
        Target api = Endpoints.one(receiver, "url", region(receiver), Network.read(receiver, false));
        boolean changes = receiver.truth("change-events", true);
        return context -> new PagerDutyNotifier(context, api, key, changes);
    }

    private static String region(Section receiver) {
        String region = receiver.text("region", "us");
        return switch (region) {
            case "us" -> US;
            case "eu" -> EU;
            default -> {
                receiver.problem("region", "us or eu", "'" + region + "'", "");
                yield US;
            }
        };
    }
}
