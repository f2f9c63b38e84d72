package io.evenkeel.contract.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * What the witness in a database ({@code deploy/sql/ddl-witness.sql}) wrote down of the DDL command that changed an object.
 * A hint: whoever owns the database can write there what they like, and an application names itself.
 *
 * @param at when the command ended, by the server's clock (UTC)
 * @param command its tag, such as {@code ALTER TABLE}
 * @param object what it was about, as the server names it; absent where PostgreSQL does not tell, as of {@code GRANT}
 * @param sessionRole who logged in
 * @param role as whom the command ran: another one after {@code SET ROLE}
 * @param application what the client calls itself
 * @param address of the client; absent: on the server itself
 * @param others how many others changed the same between the two snapshots; this was the last
 */
public record Witnessed(
        Instant at,
        String command,
        Optional<String> object,
        String sessionRole,
        String role,
        Optional<String> application,
        Optional<String> address,
        int others) {
    /** The same, the last of so many more. */
    public Witnessed besides(int more) {
        return new Witnessed(at, command, object, sessionRole, role, application, address, more);
    }
}
