package io.evenkeel.alerter.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for {@code COPY ... FROM STDIN (FORMAT binary)}: the fastest way in, and none of it has to be escaped. */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FLUSH = 1 << 16;
    private static final int JSONB_VERSION = 1;

    private final String table;
    private final String columns;
    private final int width;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(buffer);

    /** Writes one row. */
    interface Row<T> {
        void write(BinaryCopy copy, T row) throws IOException;
    }

    /** @param columns their names, with a comma and a space between them */
    BinaryCopy(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(", ").length;
    }

    /** Sends the rows, each of which writes every column in order. */
    <T> void send(Connection connection, Iterable<T> rows, Row<T> writer) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (format binary)");
        try {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (T row : rows) {
                out.writeShort(width);
                writer.write(this, row);
                flush(copy, FLUSH);
            }
            out.writeShort(-1);
            flush(copy, 0);
            copy.endCopy();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void flush(CopyIn copy, int from) throws SQLException {
        if (buffer.size() > from) {
            byte[] bytes = buffer.toByteArray();
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.reset();
        }
    }

    BinaryCopy text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    BinaryCopy jsonb(byte[] json) throws IOException {
        out.writeInt(1 + json.length);
        out.writeByte(JSONB_VERSION);
        out.write(json);
        return this;
    }

    BinaryCopy int8(long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
        return this;
    }

    BinaryCopy int4(int number) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(number);
        return this;
    }

    BinaryCopy int4(Optional<Integer> number) throws IOException {
        if (number.isPresent()) {
            return int4(number.get());
        }
        out.writeInt(-1);
        return this;
    }

    BinaryCopy timestamptz(Instant instant) throws IOException {
        return int8(ChronoUnit.MICROS.between(POSTGRES_EPOCH, instant));
    }

    BinaryCopy bool(boolean truth) throws IOException {
        out.writeInt(1);
        out.writeByte(truth ? 1 : 0);
        return this;
    }
}
