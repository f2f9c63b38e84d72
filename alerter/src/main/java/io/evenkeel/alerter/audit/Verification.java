package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the audit trail is as it was written: the chain is whole, every row is the one that it was made for, and the
 * object versions add up to each snapshot. Reads as a stream; keeps in memory the object versions' marks of one snapshot.
 */
public final class Verification {
    private static final int NAMED = 100;

    private final List<Fault> faults = new ArrayList<>();
    private long links;
    private long events;
    private long snapshots;
    private long versions;
    private long incomplete;
    private long found;
    private Head head = new Head(0, "");

    /**
     * A row that is not as it was written.
     *
     * @param row what names it in its table
     */
    public record Fault(String table, String row, String what) {
        @Override
        public String toString() {
            return table + " " + row + ": " + what;
        }
    }

    /** The end of the chain: kept elsewhere, it proves later that nothing before it was written anew. */
    public record Head(long number, String hash) {
        @Override
        public String toString() {
            return number + ":" + hash;
        }
    }

    /**
     * What was checked, and what was found.
     *
     * @param incomplete snapshots that never added up, because records were gone from their topic before they were read
     * @param found how many faults there are; the first are named
     */
    public record Result(
            long links,
            long events,
            long snapshots,
            long versions,
            long incomplete,
            long found,
            List<Fault> faults,
            Head head) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    private Verification() {}

    /** Checks everything, as it stood in one instant. */
    public static Result of(AuditDatabase database) {
        return of(database, List.of());
    }

    /**
     * Checks everything, as it stood in one instant.
     *
     * @param anchors rows of the chain as somebody wrote them down
     */
    public static Result of(AuditDatabase database, List<Head> anchors) {
        return database.frozen(connection -> in(connection, anchors));
    }

    static Result in(Connection connection, List<Head> anchors) throws SQLException {
        return new Verification().run(connection, anchors);
    }

    private Result run(Connection connection, List<Head> anchors) throws SQLException {
        head = new ChainCheck(connection, this, anchors).run();
        DecisionCheck.run(connection, this);
        new VersionCheck(connection, this).run();
        return new Result(links, events, snapshots, versions, incomplete, found, faults, head);
    }

    void fault(String table, String row, String what) {
        found++;
        if (faults.size() < NAMED) {
            faults.add(new Fault(table, row, what));
        }
    }

    long found() {
        return found;
    }

    void link(Subject subject) {
        links++;
        switch (subject) {
            case EVENT -> events++;
            case SNAPSHOT -> snapshots++;
            case CHECKPOINT, DECISION -> {}
        }
    }

    void version() {
        versions++;
    }

    void incomplete() {
        incomplete++;
    }
}
