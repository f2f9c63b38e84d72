package io.evenkeel.collector.publish;

import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import java.time.Instant;
import java.util.Optional;

/** What it means that a server says of itself something else than the one that answered before. */
sealed interface Succession {
    /** The same server as before, or none is known. */
    record Same() implements Succession {}

    /** The same database, to which something has happened. */
    record Changed(ServerChange change) implements Succession {}

    /** Another database: nothing it holds says anything about the one before. */
    record Other(String detail) implements Succession {}

    static Succession of(ServerIdentity before, ServerIdentity now, Instant seenAt) {
        boolean known =
                !before.systemIdentifier().isEmpty() && !now.systemIdentifier().isEmpty();
        boolean otherServer = known && !before.systemIdentifier().equals(now.systemIdentifier());
        if (otherServer || !before.database().equals(now.database())) {
            return new Other(name(now) + " answers, until now it was " + name(before));
        }
        return what(before, now)
                .<Succession>map(what -> new Changed(new ServerChange(seenAt, what, detail(what, before, now))))
                .orElseGet(Same::new);
    }

    private static Optional<ServerChange.What> what(ServerIdentity before, ServerIdentity now) {
        boolean timelines = before.timeline() > 0 && now.timeline() > 0;
        if (timelines && now.timeline() > before.timeline()) {
            return Optional.of(ServerChange.What.PROMOTED);
        }
        // a standby may lag behind the primary that was read before it
        if ((timelines && now.timeline() < before.timeline()) || (!now.inRecovery() && lost(before, now))) {
            return Optional.of(ServerChange.What.WENT_BACK);
        }
        return before.inRecovery() == now.inRecovery() ? Optional.empty() : Optional.of(ServerChange.What.OTHER_ROLE);
    }

    private static String detail(ServerChange.What what, ServerIdentity before, ServerIdentity now) {
        String said = switch (what) {
            case PROMOTED -> "a standby was promoted or the server was restored to a point in time";
            case WENT_BACK -> "the server was restored from a copy of its files";
            case OTHER_ROLE -> now.inRecovery() ? "a standby answers now" : "a primary answers now";
            case REPLACED -> "another server answers";
        };
        String loss =
                !now.inRecovery() && lost(before, now) ? "; what was written after the new position is not there" : "";
        return said + ": timeline " + before.timeline() + " at " + before.lsn() + ", now timeline " + now.timeline()
                + " at " + now.lsn() + loss;
    }

    private static boolean lost(ServerIdentity before, ServerIdentity now) {
        return position(now.lsn()) < position(before.lsn());
    }

    /** The position as a number; absent is nowhere. */
    private static long position(String lsn) {
        int slash = lsn.indexOf('/');
        return slash < 0
                ? 0
                : Long.parseLong(lsn.substring(0, slash), 16) << Integer.SIZE
                        | Long.parseLong(lsn.substring(slash + 1), 16);
    }

    static String name(ServerIdentity server) {
        return "database " + server.database() + " of PostgreSQL " + server.version()
                + (server.systemIdentifier().isEmpty() ? "" : ", system " + server.systemIdentifier());
    }
}
