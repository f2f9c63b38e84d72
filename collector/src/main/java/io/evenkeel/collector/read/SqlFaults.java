package io.evenkeel.collector.read;

import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What an SQLSTATE means for a reading. */
final class SqlFaults {
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "53300", "53200");
    private static final Set<String> RACES = Set.of("40001", "40P01", "42P01", "42703", "42704", "42883", "3F000");
    private static final String NOT_CONNECTED = "08004";

    private final ConnectionSettings settings;
    private final Redactor redactor;

    SqlFaults(ConnectionSettings settings, Redactor redactor) {
        this.settings = settings;
        this.redactor = redactor;
    }

    /** Whether the connection is of no further use. */
    static boolean endsConnection(SQLException fault) {
        String state = state(fault);
        return state.startsWith("08") || LOST.contains(state) || state.isEmpty();
    }

    /** Whether the next round may find it otherwise. */
    static boolean mayPass(SQLException fault) {
        return state(fault).equals("55P03") || isRace(fault);
    }

    private static boolean isRace(SQLException fault) {
        String message = String.valueOf(fault.getMessage());
        return RACES.contains(state(fault))
                || (state(fault).equals("XX000")
                        && (message.contains("cache lookup failed") || message.contains("could not open relation")));
    }

    /** Why a kind could not be read. */
    static UnknownReason reason(SQLException fault) {
        return switch (state(fault)) {
            case "42501" -> UnknownReason.PERMISSION;
            case "55P03" -> UnknownReason.LOCKED;
            case "57014" -> UnknownReason.TIMEOUT;
            case "22021", "22P05" -> UnknownReason.ENCODING;
            default -> isRace(fault) ? UnknownReason.CONCURRENT_DDL : UnknownReason.ERROR;
        };
    }

    /** The server's words, which may quote what it read, and its SQLSTATE on one line. */
    static String words(SQLException fault, Redactor redactor) {
        String message = redactor.text(String.valueOf(fault.getMessage())).replaceAll("\\p{Cntrl}+\\s*", " ");
        return message + (state(fault).isEmpty() ? "" : " (SQLSTATE " + state(fault) + ")");
    }

    /** Why nothing could be read at all. */
    Failure failure(SQLException fault, boolean connecting) {
        UnknownReason reason = connectionReason(fault, connecting);
        String remedy = remedy(reason, fault);
        return new Failure(reason, settings.place() + ": " + words(fault, redactor) + "; " + remedy);
    }

    private UnknownReason connectionReason(SQLException fault, boolean connecting) {
        String state = state(fault);
        boolean refused = state.startsWith("28") || state.equals("3D000") || (connecting && state.equals("42501"));
        if (refused || (state.equals(NOT_CONNECTED) && !aboutTls(fault))) {
            return UnknownReason.AUTHENTICATION;
        }
        return endsConnection(fault) ? UnknownReason.UNREACHABLE : reason(fault);
    }

    private String remedy(UnknownReason reason, SQLException fault) {
        if (aboutTls(fault)) {
            return "check sslmode (now " + settings.sslMode().word() + ") and sslrootcert";
        }
        return switch (reason) {
            case UNREACHABLE -> "check host, port and network, and that the server accepts connections";
            case AUTHENTICATION ->
                "check the role, its password, the database's name and pg_hba.conf"
                        + (settings.password().isEmpty() ? "; no password was given" : "");
            case PERMISSION -> "grant the role what the message names";
            case TIMEOUT -> "raise statement-timeout, or look what keeps the server busy";
            case LOCKED, CONCURRENT_DDL -> "it is tried again by itself";
            case ENCODING, VERSION, REDACTION_KEY, NO_SNAPSHOT, STALE, UNVERIFIED, EXCLUDED, UNCOUNTED, UNSEEN, ERROR ->
                "see the server's log";
        };
    }

    private static boolean aboutTls(SQLException fault) {
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("ssl") && !message.contains("pg_hba");
    }

    private static String state(SQLException fault) {
        return fault.getSQLState() == null ? "" : fault.getSQLState();
    }
}
