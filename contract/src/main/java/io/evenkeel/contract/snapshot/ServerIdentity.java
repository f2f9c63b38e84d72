package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.evenkeel.contract.catalog.Absent;
import java.util.List;
import java.util.Optional;

/**
 * Which server answered, as it says of itself: {@code pg_control_system()}, {@code pg_control_checkpoint()},
 * {@code server_version_num}, {@code current_database()}, {@code current_user}.
 *
 * @param systemIdentifier unique to a cluster and its physical copies; decimal digits
 * @param timeline raised by each promotion and by each restore to a point in time
 * @param lsn write or replay position at the reading, such as {@code 0/16B3748}
 * @param versionNumber such as 170011
 * @param version such as {@code 17.11}
 * @param profile the hosting platform, as the collector recognised it or the settings say, such as {@code supabase}
 * @param access what is worth a word about the way it is read; absent: nothing
 */
public record ServerIdentity(
        String systemIdentifier,
        int timeline,
        String lsn,
        int versionNumber,
        String version,
        String database,
        String role,
        boolean inRecovery,

        @JacksonInject(value = Absent.FIELD, useInput = OptBoolean.TRUE)
        Optional<String> profile,

        @JacksonInject(value = Absent.SECOND_FIELD, useInput = OptBoolean.TRUE)
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<List<Access>> access) {
    public ServerIdentity {
        access = access.map(List::copyOf).filter(each -> !each.isEmpty());
    }

    /** A server on no platform that is known. */
    public ServerIdentity(
            String systemIdentifier,
            int timeline,
            String lsn,
            int versionNumber,
            String version,
            String database,
            String role,
            boolean inRecovery) {
        this(
                systemIdentifier,
                timeline,
                lsn,
                versionNumber,
                version,
                database,
                role,
                inRecovery,
                Optional.empty(),
                Optional.empty());
    }

    /** The same server on that platform. */
    public ServerIdentity on(Optional<String> platform) {
        return new ServerIdentity(
                systemIdentifier, timeline, lsn, versionNumber, version, database, role, inRecovery, platform, access);
    }

    /** The same server, read in that way. */
    public ServerIdentity readAs(List<Access> how) {
        return new ServerIdentity(
                systemIdentifier,
                timeline,
                lsn,
                versionNumber,
                version,
                database,
                role,
                inRecovery,
                profile,
                Optional.of(how));
    }

    /** The same server, whatever was written to it meanwhile. */
    public ServerIdentity still() {
        return new ServerIdentity(
                systemIdentifier, timeline, "", versionNumber, version, database, role, inRecovery, profile, access);
    }

    /** The major version, such as 17. */
    public int major() {
        return versionNumber / 10_000;
    }
}
