package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.Decisions;
import io.evenkeel.alerter.audit.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The quiet times in the audit database. Whoever made one, when and why stays there after its end. */
public final class Quiets {
    private static final String COLUMNS =
            "id, type, baseline, target, kind, object, author, reason, starts_at, ends_at";
    private static final String ACTIVE =
            "select " + COLUMNS + " from quiet where starts_at <= ? and ends_at > ? order by id";
    private static final String BEGIN = """
            insert into quiet (type, baseline, target, kind, object, author, reason, starts_at, ends_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;
    private static final String END = "update quiet set ends_at = ? where id = ? and ends_at > ?";

    /** One of them, by its number. */
    public record Numbered(long id, Quiet quiet) {}

    private Quiets() {}

    /** Those that hold at that time. */
    public static List<Numbered> active(Connection connection, Instant now) throws SQLException {
        return Rows.query(
                connection,
                ACTIVE,
                query -> {
                    query.setObject(1, Rows.at(now));
                    query.setObject(2, Rows.at(now));
                },
                row -> new Numbered(row.getLong("id"), quiet(row)));
    }

    private static Quiet quiet(ResultSet row) throws SQLException {
        return new Quiet(
                Quiet.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                Rows.text(row, "baseline"),
                Rows.text(row, "target"),
                Rows.text(row, "kind"),
                Rows.text(row, "object"),
                row.getString("author"),
                row.getString("reason"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"));
    }

    /** Writes it down; returns its number. */
    public static long begin(Connection connection, Quiet quiet) throws SQLException {
        long id = Rows.query(
                        connection,
                        BEGIN,
                        insert -> {
                            insert.setString(1, quiet.type().word());
                            insert.setString(2, quiet.baseline().orElse(null));
                            insert.setString(3, quiet.target().orElse(null));
                            insert.setString(4, quiet.kind().orElse(null));
                            insert.setString(5, quiet.object().orElse(null));
                            insert.setString(6, quiet.author());
                            insert.setString(7, quiet.reason());
                            insert.setObject(8, Rows.at(quiet.from()));
                            insert.setObject(9, Rows.at(quiet.until()));
                        },
                        row -> row.getLong(1))
                .getFirst();
        Decisions.write(connection, Decisions.Step.QUIET_BEGUN, List.of(id), quiet.author(), quiet.from());
        return id;
    }

    /** Ends it now; returns whether it held. */
    public static boolean end(Connection connection, long id, String by, Instant now) throws SQLException {
        int ended = Rows.update(connection, END, update -> {
            update.setObject(1, Rows.at(now));
            update.setLong(2, id);
            update.setObject(3, Rows.at(now));
        });
        if (ended > 0) {
            Decisions.write(connection, Decisions.Step.QUIET_ENDED, List.of(id), by, now);
        }
        return ended > 0;
    }
}
