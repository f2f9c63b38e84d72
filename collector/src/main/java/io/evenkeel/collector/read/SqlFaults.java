package io.evenkeel.collector.read;

import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.snapshot.Access;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an SQLSTATE means for a reading. */
final class SqlFaults {
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P04", "57P05");
    private static final String OVERLOADED = "53";
    private static final Set<String> NO_DATABASE = Set.of("3D000", "57P04");
    private static final Set<String> REFUSED_PARAMETERS = Set.of("0A000", "08P01");
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
        return state.startsWith("08") || state.startsWith(OVERLOADED) || LOST.contains(state) || state.isEmpty();
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
            // one SQLSTATE for both; the words may be in another language
            case "57014" ->
                String.valueOf(fault.getMessage()).contains("user request")
                        ? UnknownReason.CANCELLED
                        : UnknownReason.TIMEOUT;
            case "22021", "22P05" -> UnknownReason.ENCODING;
            default -> isRace(fault) ? UnknownReason.CONCURRENT_DDL : UnknownReason.ERROR;
        };
    }

    /** The server's words, which may quote what it read, and its SQLSTATE on one line. */
    static String words(SQLException fault, Redactor redactor) {
        String message = redactor.text(String.valueOf(fault.getMessage())).replaceAll("\\p{Cntrl}+\\s*", " ");
        return message + (state(fault).isEmpty() ? "" : " (SQLSTATE " + state(fault) + ")");
    }

    /** Why a role that may do more than it needs is not used; empty if it may not. */
    Optional<Failure> excess(ServerIdentity server) {
        String found = server.access().orElse(List.of()).stream()
                .filter(Access::isExcess)
                .map(Access::phrase)
                .collect(Collectors.joining(", "));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        UnknownReason.EXCESS_RIGHTS,
                        settings.place() + ": expected a role that can only read catalogs, found that " + found
                                + "; make one with deploy/sql/reader.sql, or set excess-rights: warn"));
    }

    /** Why nothing could be read at all. */
    Failure failure(SQLException fault, boolean connecting) {
        UnknownReason reason = connectionReason(fault, connecting);
        String remedy = remedy(reason, fault);
        return new Failure(reason, settings.place() + ": " + words(fault, redactor) + "; " + remedy);
    }

    private UnknownReason connectionReason(SQLException fault, boolean connecting) {
        String state = state(fault);
        if (fault instanceof DeadlineException) {
            return UnknownReason.TIMEOUT;
        }
        if (state.startsWith(OVERLOADED)) {
            return UnknownReason.OVERLOADED;
        }
        if (state.equals("57P03")) {
            return UnknownReason.STARTING;
        }
        if (refused(fault, connecting)) {
            return UnknownReason.AUTHENTICATION;
        }
        return endsConnection(fault) ? UnknownReason.UNREACHABLE : reason(fault);
    }

    private static boolean refused(SQLException fault, boolean connecting) {
        String state = state(fault);
        return state.startsWith("28")
                || NO_DATABASE.contains(state)
                || (connecting && (state.equals("42501") || REFUSED_PARAMETERS.contains(state)))
                || (state.equals(NOT_CONNECTED) && !aboutTls(fault));
    }

    private String remedy(UnknownReason reason, SQLException fault) {
        if (aboutTls(fault)) {
            return "check sslmode (now " + settings.tls().mode().word()
                    + "), sslrootcert, and which hosts the server's certificate names";
        }
        return switch (reason) {
            case UNREACHABLE -> "check host, port and network, and that the server accepts connections";
            case AUTHENTICATION ->
                "check the role, its password, the database's name and pg_hba.conf"
                        + (settings.password().isEmpty() ? "; no password was given" : "");
            case EXCESS_RIGHTS -> "make a role with deploy/sql/reader.sql";
            case STARTING -> "it is tried again every second or two";
            case OVERLOADED -> "look at max_connections, the role's CONNECTION LIMIT, memory and disk space";
            case PERMISSION -> "grant the role what the message names";
            case TIMEOUT -> "raise statement-timeout, or look what keeps the server busy";
            case CANCELLED, LOCKED, CONCURRENT_DDL -> "it is tried again by itself";
            case ENCODING,
                    VERSION,
                    REDACTION_KEY,
                    NO_SNAPSHOT,
                    STALE,
                    WRONG_DATABASE,
                    UNVERIFIED,
                    EXCLUDED,
                    UNCOUNTED,
                    UNSEEN,
                    ERROR -> "see the server's log";
        };
    }

    private static boolean aboutTls(SQLException fault) {
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return (message.contains("ssl") && !message.contains("pg_hba")) || message.contains("hostnameverifier");
    }

    private static String state(SQLException fault) {
        return fault.getSQLState() == null ? "" : fault.getSQLState();
    }
}
