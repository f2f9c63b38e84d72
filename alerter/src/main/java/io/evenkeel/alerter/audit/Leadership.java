package io.evenkeel.alerter.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Which one of several alerters on one audit database feeds it and decides whom to tell. A lease by the clock of the
 * database; whoever writes confirms it in the same transaction, so that a process that was away for too long does no
 * harm when it comes back. Thread-safe.
 */
public final class Leadership implements AutoCloseable {
    /** How long others wait for a leader that gave no sign of life. */
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final long RENEW_NANOS = LEASE.dividedBy(4).toNanos();
    private static final String UNTIL = "clock_timestamp() + interval '" + LEASE.toSeconds() + " seconds'";
    /** Changes no key, so that it does not wait for those who have confirmed; to take over does. */
    private static final String RENEW = "update leader set held_until = " + UNTIL + " where holder = ? returning term";

    private static final String TAKE = """
            insert into leader (name, holder, held_until) values ('alerter', ?, %s)
            on conflict (name) do update
            set holder = excluded.holder, held_until = excluded.held_until,
                term = leader.term + (leader.holder <> excluded.holder)::integer
            where leader.holder = excluded.holder or leader.held_until < clock_timestamp()
            returning term
            """.formatted(UNTIL);
    private static final String CONFIRM =
            "select 1 from leader where name = 'alerter' and holder = ? and term = ? for key share";
    private static final String RELEASE = "update leader set held_until = '-infinity' where holder = ?";

    private final AuditDatabase database;
    private final String holder = UUID.randomUUID().toString();
    private OptionalLong term = OptionalLong.empty();
    private long asked = System.nanoTime() - RENEW_NANOS;

    public Leadership(AuditDatabase database) {
        this.database = database;
    }

    /**
     * The term for which this process leads, if it does; it tries to, if nobody does. What was known of the database in
     * another term may not be true any more.
     */
    public synchronized OptionalLong term() {
        long now = System.nanoTime();
        if (now - asked >= RENEW_NANOS) {
            term = database.transaction(this::renewOrTake);
            asked = now;
        }
        return term;
    }

    private OptionalLong renewOrTake(Connection connection) throws SQLException {
        OptionalLong renewed = term(connection, RENEW);
        return renewed.isPresent() ? renewed : term(connection, TAKE);
    }

    private OptionalLong term(Connection connection, String sql) throws SQLException {
        return Rows.query(connection, sql, query -> query.setString(1, holder), row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Throws if the term is over; while the transaction lasts, no other process can take over. */
    public void confirm(Connection connection, long expected) throws SQLException {
        List<Integer> confirmed = Rows.query(
                connection,
                CONFIRM,
                query -> {
                    query.setString(1, holder);
                    query.setLong(2, expected);
                },
                row -> row.getInt(1));
        if (confirmed.isEmpty()) {
            resign();
            throw new SQLException("another alerter leads now");
        }
    }

    private synchronized void resign() {
        term = OptionalLong.empty();
    }

    /** Lets another process take over at once. */
    @Override
    public void close() {
        resign();
        database.transaction(connection -> Rows.update(connection, RELEASE, release -> release.setString(1, holder)));
    }
}
