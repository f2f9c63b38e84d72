package io.evenkeel.alerter.notify.alertmanager;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.Headers;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Section;
import java.util.List;
import java.util.Map;

/**
 * Settings: {@code urls}, every member of the cluster; {@code max-alerts}, 200 by default; {@code authorization}, a
 * header for the gate before it. It stands in a private network as a rule, so {@code allow-private} is true by default.
 */
public final class AlertmanagerProvider implements NotifierProvider {
    private static final int MAX_ALERTS = 200;

    @Override
    public String type() {
        return "alertmanager";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        List<Target> members = Endpoints.several(receiver, "urls", Network.read(receiver, true));
        Map<String, String> headers = Headers.json(Headers.secret(receiver, "authorization"));
        int maxAlerts = receiver.integer("max-alerts", MAX_ALERTS, 1, 10_000);
        return context -> new AlertmanagerNotifier(context, members, headers, maxAlerts);
    }
}
