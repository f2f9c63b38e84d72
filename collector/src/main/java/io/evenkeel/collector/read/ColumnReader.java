package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import io.evenkeel.contract.catalog.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/** Reads what the server sent of one column, never NULL, as a {@link Value}. */
interface ColumnReader {
    Value read(byte[] text, ResultSet row) throws SQLException;

    static ColumnReader of(KindFile file, String column, int sqlType) {
        return switch (sqlType) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> (text, row) -> new Value.Text(RawText.of(text));
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                (text, row) -> new Value.Int(Long.parseLong(ascii(text)));
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT, Types.DOUBLE ->
                (text, row) -> decimal(ascii(text));
            case Types.BIT, Types.BOOLEAN -> (text, row) -> new Value.Bool(text[0] == 't');
            case Types.ARRAY -> (text, row) -> list(RawText.of(text), row);
            default ->
                throw new KindQueryException(
                        file,
                        "column " + column
                                + ": expected text, a number, a boolean or a list of text, found another type; cast it to text");
        };
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static Value decimal(String text) {
        // NaN and the infinities have no decimal form
        return Character.isLetter(text.charAt(text.length() - 1))
                ? new Value.Text(text)
                : new Value.Decimal(new BigDecimal(text));
    }

    private static Value list(String literal, ResultSet row) throws SQLException {
        BaseConnection connection = row.getStatement().getConnection().unwrap(BaseConnection.class);
        List<String> items = new ArrayList<>();
        for (Object item : (Object[]) new PgArray(connection, Oid.TEXT_ARRAY, literal).getArray()) {
            items.add(String.valueOf(item));
        }
        return new Value.TextList(items);
    }
}
