package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.catalog.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/** Reads one column of a result as a {@link Value}. */
record ColumnReader(int index, Reader reader) {
    /** Reads a value that may be SQL's NULL. */
    interface Reader {
        Value read(ResultSet row, int index) throws SQLException;
    }

    static ColumnReader of(KindFile file, String column, int index, int sqlType) {
        Reader reader = switch (sqlType) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> (row, at) -> text(RawText.of(row, at));
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> (row, at) -> new Value.Int(row.getLong(at));
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT, Types.DOUBLE -> ColumnReader::decimal;
            case Types.BIT, Types.BOOLEAN -> (row, at) -> new Value.Bool(row.getBoolean(at));
            case Types.ARRAY -> ColumnReader::list;
            default ->
                throw new KindQueryException(
                        file,
                        "column " + column
                                + ": expected text, a number, a boolean or a list of text, found another type; cast it to text");
        };
        return new ColumnReader(index, reader);
    }

    Value read(ResultSet row) throws SQLException {
        Value value = reader.read(row, index);
        return row.wasNull() ? Value.NULL : value;
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.NULL : new Value.Text(text);
    }

    private static Value decimal(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return Value.NULL;
        }
        // NaN and the infinities have no decimal form
        return Character.isLetter(text.charAt(text.length() - 1))
                ? new Value.Text(text)
                : new Value.Decimal(new BigDecimal(text));
    }

    private static Value list(ResultSet row, int index) throws SQLException {
        String literal = RawText.of(row, index);
        if (literal == null) {
            return Value.NULL;
        }
        BaseConnection connection = row.getStatement().getConnection().unwrap(BaseConnection.class);
        List<String> items = new ArrayList<>();
        for (Object item : (Object[]) new PgArray(connection, Oid.TEXT_ARRAY, literal).getArray()) {
            items.add(String.valueOf(item));
        }
        return new Value.TextList(items);
    }
}
