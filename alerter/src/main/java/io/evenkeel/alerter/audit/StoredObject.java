package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.MajorRange;
import io.evenkeel.contract.catalog.OwnerClass;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What a row holds of an object, beside when it was so; key, root and record as they are on the wire. */
record StoredObject(
        String kind,
        String key,
        String root,
        String record,
        ContentHash hash,
        boolean platform,
        Optional<Integer> sinceMajor,
        Optional<Integer> untilMajor) {
    static final String COLUMNS = "kind, key, root, record, content_hash, platform, since_major, until_major";

    static StoredObject of(CatalogObject object, String key, String record) {
        return new StoredObject(
                object.key().kind().name(),
                key,
                new String(Json.bytes(object.root()), StandardCharsets.UTF_8),
                record,
                ContentHash.of(key.getBytes(StandardCharsets.UTF_8), record.getBytes(StandardCharsets.UTF_8)),
                OwnerClass.isPlatform(object),
                major(object, MajorRange.SINCE),
                major(object, MajorRange.UNTIL));
    }

    private static Optional<Integer> major(CatalogObject object, String bound) {
        return object.carried().get(bound) instanceof Value.Int major
                ? Optional.of((int) Math.clamp(major.number(), 0, Integer.MAX_VALUE))
                : Optional.empty();
    }

    /** What {@link Changes} says of it: content and root, of which the fingerprint knows only the first. */
    long mark() {
        return Sha256.prefix(Sha256.of(hash.bytes(), root.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a row that has the columns. */
    static StoredObject of(ResultSet row) throws SQLException {
        return new StoredObject(
                row.getString("kind"),
                row.getString("key"),
                row.getString("root"),
                row.getString("record"),
                ContentHash.ofBytes(row.getBytes("content_hash")),
                row.getBoolean("platform"),
                number(row, "since_major"),
                number(row, "until_major"));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    /** The object that the row describes. */
    CatalogObject object() throws MalformedRecordException {
        CatalogRecord decoded = new RecordCodec()
                .decodeCatalog(
                        key.getBytes(StandardCharsets.UTF_8),
                        Optional.of(record.getBytes(StandardCharsets.UTF_8)),
                        Optional.of(root.getBytes(StandardCharsets.UTF_8)));
        if (decoded instanceof CatalogRecord.Present present) {
            return present.object();
        }
        throw new IllegalArgumentException("expected an object, found the key of a marker");
    }

    void write(BinaryCopy row) throws IOException {
        row.text(kind)
                .text(key)
                .text(root)
                .text(record)
                .bytes(hash.bytes())
                .bool(platform)
                .int4(sinceMajor)
                .int4(untilMajor);
    }
}
