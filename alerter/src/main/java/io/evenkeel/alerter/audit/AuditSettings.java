package io.evenkeel.alerter.audit;

import io.evenkeel.runtime.settings.Secret;

/**
 * Where the audit database is.
 *
 * @param jdbcUrl without user and password
 */
public record AuditSettings(String jdbcUrl, String user, Secret password) {
    /** Without the URL's parameters: nobody knows what a user puts there. */
    @Override
    public String toString() {
        int parameters = jdbcUrl.indexOf('?');
        return (parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters)) + " as " + user;
    }
}
