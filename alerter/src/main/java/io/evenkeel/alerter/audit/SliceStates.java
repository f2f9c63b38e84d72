package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Fingerprint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads and saves how far the history of slices is written. */
final class SliceStates {
    private static final String LOAD = """
            select s.*, s.partition as part, s.sequence as place
            from slice_state s
            join unnest(?::text[], ?::int[]) as n (environment, partition) using (environment, partition)
            """;
    private static final String SAVE = """
            insert into slice_state (environment, partition, ordinal, changing, objects, fingerprint, status, epoch,
                                     sequence, recorded_at, seen_at)
            select *
            from unnest(?::text[], ?::int[], ?::bigint[], ?::boolean[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
                        ?::bigint[], ?::timestamptz[], ?::timestamptz[])
            on conflict (environment, partition) do update
            set ordinal = excluded.ordinal, changing = excluded.changing, objects = excluded.objects,
                fingerprint = excluded.fingerprint, status = excluded.status, epoch = excluded.epoch,
                sequence = excluded.sequence, recorded_at = excluded.recorded_at, seen_at = excluded.seen_at
            """;
    private static final SliceState.Seen NOTHING = new SliceState.Seen("", 0, 0, Instant.EPOCH, Instant.EPOCH);

    private SliceStates() {}

    static Map<SliceName, SliceState> load(Connection connection, Collection<SliceName> names) throws SQLException {
        Map<SliceName, SliceState> states = new LinkedHashMap<>();
        names.forEach(name -> states.put(name, new SliceState(name)));
        List<SliceState> stored = Rows.query(
                connection,
                LOAD,
                load -> {
                    Rows.column(
                            load, 1, "text", names, name -> name.environment().name());
                    Rows.column(load, 2, "int4", names, SliceName::partition);
                },
                SliceStates::state);
        stored.forEach(state -> states.put(state.name, state));
        return states;
    }

    private static SliceState state(ResultSet row) throws SQLException {
        SliceState.Seen seen = new SliceState.Seen(
                row.getString("status"),
                row.getLong("epoch"),
                row.getLong("place"),
                Rows.instant(row, "recorded_at"),
                Rows.instant(row, "seen_at"));
        return SliceState.of(
                new SliceName(new Environment(row.getString("environment")), row.getInt("part")),
                row.getLong("ordinal"),
                row.getBoolean("changing"),
                row.getLong("objects"),
                Fingerprint.ofHex(row.getString("fingerprint")),
                seen.status().isEmpty() ? Optional.empty() : Optional.of(seen));
    }

    static void save(Connection connection, Collection<SliceState> states) throws SQLException {
        Rows.update(connection, SAVE, save -> {
            Rows.column(
                    save, 1, "text", states, state -> state.name.environment().name());
            Rows.column(save, 2, "int4", states, state -> state.name.partition());
            Rows.column(save, 3, "int8", states, SliceState::ordinal);
            Rows.column(save, 4, "bool", states, SliceState::changing);
            Rows.column(save, 5, "int8", states, SliceState::objects);
            Rows.column(save, 6, "text", states, SliceState::fingerprint);
            Rows.column(save, 7, "text", states, state -> seen(state).status());
            Rows.column(save, 8, "int8", states, state -> seen(state).epoch());
            Rows.column(save, 9, "int8", states, state -> seen(state).sequence());
            Rows.column(
                    save,
                    10,
                    "timestamptz",
                    states,
                    state -> Rows.at(seen(state).recordedAt()));
            Rows.column(
                    save,
                    11,
                    "timestamptz",
                    states,
                    state -> Rows.at(seen(state).at()));
        });
    }

    private static SliceState.Seen seen(SliceState state) {
        return state.seen().orElse(NOTHING);
    }
}
