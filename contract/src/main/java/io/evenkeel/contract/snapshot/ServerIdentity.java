package io.evenkeel.contract.snapshot;

/**
 * Which server answered, as it says of itself: {@code pg_control_system()}, {@code pg_control_checkpoint()},
 * {@code server_version_num}, {@code current_database()}, {@code current_user}.
 *
 * @param systemIdentifier unique to a cluster and its physical copies; decimal digits
 * @param timeline raised by each promotion
 * @param lsn write or replay position at the reading, such as {@code 0/16B3748}
 * @param versionNumber such as 170011
 * @param version such as {@code 17.11}
 */
public record ServerIdentity(
        String systemIdentifier,
        int timeline,
        String lsn,
        int versionNumber,
        String version,
        String database,
        String role,
        boolean inRecovery) {
    /** The major version, such as 17. */
    public int major() {
        return versionNumber / 10_000;
    }
}
