package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads how much the catalogs are, and how far their migrations go. */
final class ExtentLoader {
    /** Many tools begin a version with the time at which it was made: 14 digits, after a name at most. */
    private static final String EXTENTS = """
            select environment, sum(octet_length(key) + octet_length(record)) as bytes,
                   max(substring(key::jsonb ->> -1 from '(?:^|\\D)((?:19|20)\\d{12})(?:\\D|$)'))
                       filter (where kind = any(?::text[])) as head
            from catalog_object group by environment
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private ExtentLoader() {}

    /** @param migrations the names of the kinds that are migrations */
    static Map<Environment, Extent> load(Connection connection, Collection<String> migrations) throws SQLException {
        Map<Environment, Extent> extents = new TreeMap<>();
        Rows.query(
                connection,
                EXTENTS,
                query -> Rows.column(query, 1, "text", migrations, kind -> kind),
                row -> extents.put(new Environment(row.getString("environment")), extent(row)));
        return extents;
    }

    private static Extent extent(ResultSet row) throws SQLException {
        return new Extent(
                row.getLong("bytes"), Optional.ofNullable(row.getString("head")).flatMap(ExtentLoader::time));
    }

    static Optional<Instant> time(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
