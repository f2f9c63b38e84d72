package io.evenkeel.alerter.notify.alertmanager;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.runtime.settings.Section;
import java.net.URI;
import java.util.List;

/** Settings: {@code urls}, every member of the cluster; {@code max-alerts}, 200 by default. */
public final class AlertmanagerProvider implements NotifierProvider {
    private static final int MAX_ALERTS = 200;

    @Override
    public String type() {
        return "alertmanager";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        List<URI> members = Endpoints.read(receiver, "urls");
        int maxAlerts = receiver.integer("max-alerts", MAX_ALERTS, 1, 10_000);
        return context -> new AlertmanagerNotifier(context, members, maxAlerts);
    }
}
