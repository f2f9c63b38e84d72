package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ContentHash;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out in memory what a batch makes of the object versions, and writes it with few statements. */
final class ObjectWriter {
    private static final String LOAD = """
            select n.place, o.valid_from, o.content_hash, sha256(o.content_hash || convert_to(o.root, 'UTF8')) as mark
            from unnest(?::text[], ?::int[], ?::bytea[]) with ordinality as n (environment, partition, key_hash, place)
            join catalog_object o using (environment, partition, key_hash)
            """;
    private static final String END = """
            with gone as (
                delete from catalog_object o
                using unnest(?::text[], ?::int[], ?::bytea[], ?::bigint[])
                      as n (environment, partition, key_hash, valid_to)
                where o.environment = n.environment and o.partition = n.partition and o.key_hash = n.key_hash
                returning o.*, n.valid_to
            )
            insert into object_history (environment, partition, key_hash, valid_from, valid_to, %1$s)
            select environment, partition, key_hash, valid_from, valid_to, %1$s from gone where valid_from < valid_to
            """.formatted(StoredObject.COLUMNS);
    private static final String BEGUN = """
            select key_hash, sha256(content_hash || convert_to(root, 'UTF8'))
            from catalog_object
            where environment = ? and partition = ? and valid_from = ?
            """;
    private static final String ENDED =
            "select key_hash from object_history where environment = ? and partition = ? and valid_to = ?";

    private final Map<VersionKey, Track> tracks;

    private record Known(int place, Track.Stored stored) {}

    private record Version(VersionKey key, Track.Fresh fresh) {}

    private record Ended(VersionKey key, Track.Past past) {}

    private record Begun(byte[] key, byte[] mark) {}

    private ObjectWriter(Map<VersionKey, Track> tracks) {
        this.tracks = tracks;
    }

    /** Knows what is stored of these objects. */
    static ObjectWriter of(Connection connection, Collection<VersionKey> keys) throws SQLException {
        List<VersionKey> places = List.copyOf(keys);
        Map<VersionKey, Track.Stored> stored = new HashMap<>();
        if (!places.isEmpty()) {
            Rows.query(connection, LOAD, load -> bind(load, places), ObjectWriter::known)
                    .forEach(known -> stored.put(places.get(known.place()), known.stored()));
        }
        Map<VersionKey, Track> tracks = new LinkedHashMap<>();
        places.forEach(key -> tracks.put(key, new Track(Optional.ofNullable(stored.get(key)))));
        return new ObjectWriter(tracks);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getInt("place") - 1,
                new Track.Stored(
                        row.getLong("valid_from"),
                        ContentHash.ofBytes(row.getBytes("content_hash")),
                        Sha256.prefix(row.getBytes("mark"))));
    }

    private static void bind(PreparedStatement statement, Collection<VersionKey> keys) throws SQLException {
        Rows.column(statement, 1, "text", keys, key -> key.slice().environment().name());
        Rows.column(statement, 2, "int4", keys, key -> key.slice().partition());
        Rows.bytes(statement, 3, keys, VersionKey::hash);
    }

    /** Whether that is another version. */
    boolean put(SliceState slice, VersionKey key, StoredObject object) {
        Track track = track(key);
        Optional<ContentHash> before = track.hash();
        if (before.equals(Optional.of(object.hash()))) {
            return false;
        }
        track.put(slice.next(), object);
        slice.replace(key, before, track.hash());
        return true;
    }

    /** Whether it was there. */
    boolean end(SliceState slice, VersionKey key) {
        Track track = track(key);
        Optional<ContentHash> before = track.hash();
        if (before.isEmpty()) {
            return false;
        }
        track.end(slice.next());
        slice.replace(key, before, Optional.empty());
        return true;
    }

    private Track track(VersionKey key) {
        return Optional.ofNullable(tracks.get(key)).orElseThrow();
    }

    /** What begins and ends with the next ordinal of the slice, in this batch or in those before. */
    Changes changes(Connection connection, SliceState slice) throws SQLException {
        Changes changes = Changes.none();
        if (slice.stored()) {
            addStored(connection, slice, changes);
        }
        for (VersionKey key : slice.touched()) {
            Track track = track(key);
            byte[] hash = key.hash();
            track.beginsAt(slice.next()).ifPresent(mark -> changes.begins(hash, mark));
            if (track.endsAt(slice.next())) {
                changes.ends(hash);
            }
        }
        return changes;
    }

    private static void addStored(Connection connection, SliceState slice, Changes changes) throws SQLException {
        Rows.Binder binder = query -> {
            query.setString(1, slice.name.environment().name());
            query.setInt(2, slice.name.partition());
            query.setLong(3, slice.next());
        };
        Map<Long, VersionKey> touched = new HashMap<>();
        slice.touched().forEach(key -> touched.put(Sha256.prefix(key.hash()), key));
        for (Begun begun : Rows.query(connection, BEGUN, binder, row -> new Begun(row.getBytes(1), row.getBytes(2)))) {
            if (!touched.containsKey(Sha256.prefix(begun.key()))) {
                changes.begins(begun.key(), Sha256.prefix(begun.mark()));
            }
        }
        Rows.query(connection, ENDED, binder, row -> row.getBytes(1)).forEach(changes::ends);
    }

    void write(Connection connection) throws SQLException {
        Map<VersionKey, Long> ended = new LinkedHashMap<>();
        tracks.forEach((key, track) -> track.ended().ifPresent(to -> ended.put(key, to)));
        if (!ended.isEmpty()) {
            Rows.update(connection, END, end -> {
                bind(end, ended.keySet());
                Rows.column(end, 4, "int8", ended.values(), to -> to);
            });
        }
        List<Ended> past = tracks.entrySet().stream()
                .flatMap(entry -> entry.getValue().past().stream().map(each -> new Ended(entry.getKey(), each)))
                .toList();
        if (!past.isEmpty()) {
            copy("object_history", ", valid_to").send(connection, past, (row, each) -> {
                write(row, each.key(), each.past().version());
                row.int8(each.past().to());
            });
        }
        List<Version> now = tracks.entrySet().stream()
                .flatMap(entry -> entry.getValue().now().map(fresh -> new Version(entry.getKey(), fresh)).stream())
                .toList();
        if (!now.isEmpty()) {
            copy("catalog_object", "").send(connection, now, (row, each) -> write(row, each.key(), each.fresh()));
        }
    }

    private static BinaryCopy copy(String table, String more) {
        return new BinaryCopy(table, "environment, partition, key_hash, valid_from, " + StoredObject.COLUMNS + more);
    }

    private static void write(BinaryCopy row, VersionKey key, Track.Fresh fresh) throws IOException {
        row.text(key.slice().environment().name())
                .int4(key.slice().partition())
                .bytes(key.hash())
                .int8(fresh.from());
        fresh.object().write(row);
    }
}
