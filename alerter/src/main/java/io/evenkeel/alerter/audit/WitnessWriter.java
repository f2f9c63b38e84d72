package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notes who changed which object in a batch, where a witness in the database saw it. */
final class WitnessWriter {
    private static final String INSERT = """
            insert into object_witness (environment, partition, key_hash, ordinal, witnessed)
            select n.environment, n.partition, n.key_hash, n.ordinal, n.witnessed::jsonb
            from unnest(?::text[], ?::int[], ?::bytea[], ?::bigint[], ?::text[])
                 as n (environment, partition, key_hash, ordinal, witnessed)
            on conflict (environment, partition, ordinal, key_hash) do update set witnessed = excluded.witnessed
            """;

    private record Place(VersionKey key, long ordinal) {}

    private final Map<Place, Witnessed> seen = new LinkedHashMap<>();

    /** @param ordinal of the first snapshot that shows the change */
    void add(VersionKey key, long ordinal, Optional<Witnessed> witnessed) {
        witnessed.ifPresent(by -> seen.put(new Place(key, ordinal), by));
    }

    void write(Connection connection) throws SQLException {
        if (seen.isEmpty()) {
            return;
        }
        Collection<Place> places = seen.keySet();
        Rows.update(connection, INSERT, insert -> {
            Rows.column(
                    insert,
                    1,
                    "text",
                    places,
                    place -> place.key().slice().environment().name());
            Rows.column(insert, 2, "int4", places, place -> place.key().slice().partition());
            Rows.bytes(insert, 3, places, place -> place.key().hash());
            Rows.column(insert, 4, "int8", places, Place::ordinal);
            Rows.column(insert, 5, "text", seen.values(), by -> new String(Json.bytes(by), StandardCharsets.UTF_8));
        });
    }
}
