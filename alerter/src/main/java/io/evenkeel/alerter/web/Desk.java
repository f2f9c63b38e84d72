package io.evenkeel.alerter.web;

import io.evenkeel.alerter.deliver.Quiet;
import io.evenkeel.alerter.deliver.Quiets;
import java.time.Instant;
import java.util.List;

/** Where people's decisions are made and ended. */
public interface Desk {
    /**
     * Adds the rules of a JSON document in the form of docs/rules.md.
     *
     * @throws io.evenkeel.runtime.settings.SettingsException naming every problem
     */
    void record(String by, String json);

    /** Ends a rule that was made here; whether there is one of that name. */
    boolean withdraw(String by, String name);

    /** The quiet times that hold. */
    List<Quiets.Numbered> quiet();

    /** Begins one; returns its number. */
    long begin(Quiet quiet);

    /** Ends one; whether it held. */
    boolean end(String by, long number);

    /** The time at the desk (UTC). */
    Instant now();
}
