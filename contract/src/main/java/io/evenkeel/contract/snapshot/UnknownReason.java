package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why something could not be measured: a closed set, fit for a metric label. */
public enum UnknownReason {
    /** The server does not answer, or the connection broke. */
    UNREACHABLE,
    /** The server refused the role, its password, the database or what the connection asks for. */
    AUTHENTICATION,
    /** The server starts, stops or recovers, and takes no connections yet. */
    STARTING,
    /** The server lacks connections, memory or disk space. */
    OVERLOADED,
    /** The role may not read it. */
    PERMISSION,
    /** The role may do more than it needs, and the settings refuse that. */
    EXCESS_RIGHTS,
    /** A time limit passed. */
    TIMEOUT,
    /** Somebody cancelled the statement. */
    CANCELLED,
    /** Somebody holds a lock that the reading would have had to wait for. */
    LOCKED,
    /** The catalog kept changing while it was read. */
    CONCURRENT_DDL,
    /** Bytes that are no text in the database's encoding. */
    ENCODING,
    /** The text of the attribute depends on the server's major version, and the two differ. */
    VERSION,
    /** Secrets in the attribute were hashed with different keys, so that nobody can tell whether they differ. */
    REDACTION_KEY,
    /** No snapshot has arrived yet. */
    NO_SNAPSHOT,
    /** The newest snapshot is older than the settings allow. */
    STALE,
    /** Another server or database answers than before, and nobody has said that this is right. */
    WRONG_DATABASE,
    /** The records on the topic do not add up to what their marker says. */
    UNVERIFIED,
    /** The settings leave it out. */
    EXCLUDED,
    /** Rows for which a tolerance is set were not counted on both sides in the same way. */
    UNCOUNTED,
    /** The role is not shown it, or nobody ever wrote it down: attributes of single objects. */
    UNSEEN,
    /** The server reported an error of another class. */
    ERROR;

    /** Whether it may have passed at the next try. */
    public boolean mayPass() {
        return this == LOCKED || this == CONCURRENT_DDL || this == TIMEOUT || this == CANCELLED;
    }

    /** Whether settings, role or tool want it so: it is told, and nothing else is in doubt because of it. */
    public boolean byChoice() {
        return this == EXCLUDED || this == UNSEEN;
    }

    /** The word on the wire and in metric labels. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static UnknownReason of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .orElse(ERROR);
    }
}
