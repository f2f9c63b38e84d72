package io.evenkeel.alerter.web;

/** Where rules are made and ended. */
public interface RuleDesk {
    /**
     * Adds the rules of a JSON document in the form of docs/rules.md.
     *
     * @throws io.evenkeel.runtime.settings.SettingsException naming every problem
     */
    void record(String by, String json);

    /** Ends a rule that was made here; whether there is one of that name. */
    boolean withdraw(String by, String name);
}
