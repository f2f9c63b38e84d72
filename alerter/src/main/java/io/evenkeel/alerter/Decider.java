package io.evenkeel.alerter;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.deliver.Quiet;
import io.evenkeel.alerter.deliver.Quiets;
import io.evenkeel.alerter.rulebook.Rulebook;
import io.evenkeel.alerter.web.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes and ends what people decide, as of now. */
record Decider(Rulebook rulebook, AuditDatabase database, Clock clock) implements Desk {
    @Override
    public void record(String by, String json) {
        rulebook.record(by, json, now());
    }

    @Override
    public boolean withdraw(String by, String name) {
        return rulebook.withdraw(by, name, now());
    }

    @Override
    public List<Quiets.Numbered> quiet() {
        return database.transaction(connection -> Quiets.active(connection, now()));
    }

    @Override
    public long begin(Quiet quiet) {
        return database.transaction(connection -> Quiets.begin(connection, quiet));
    }

    @Override
    public boolean end(String by, long number) {
        return database.transaction(connection -> Quiets.end(connection, number, by, now()));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
