package io.evenkeel.alerter.notify.teams;

import io.evenkeel.alerter.notify.Endpoints;
import io.evenkeel.alerter.notify.NotifierProvider;
import io.evenkeel.alerter.notify.NotifierSettings;
import io.evenkeel.alerter.notify.http.Network;
import io.evenkeel.alerter.notify.http.Target;
import io.evenkeel.runtime.settings.Section;

/** Settings: {@code url}, of a workflow that posts to a channel or chat when it receives a webhook request. */
public final class TeamsProvider implements NotifierProvider {
    @Override
    public String type() {
        return "teams";
    }

    @Override
    public NotifierSettings read(Section receiver) {
        Target workflow = Endpoints.one(receiver, "url", Network.read(receiver, false));
        return context -> new TeamsNotifier(context, workflow);
    }
}
