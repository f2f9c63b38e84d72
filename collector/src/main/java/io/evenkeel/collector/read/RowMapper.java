package io.evenkeel.collector.read;

import io.evenkeel.collector.query.Columns;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.ParentRule;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Value;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns the rows of a kind's query into objects, by the prefixes of its columns. */
final class RowMapper {
    private final KindFile file;
    private final Map<String, ColumnReader> columns = new LinkedHashMap<>();

    RowMapper(KindFile file, ResultSetMetaData meta) throws SQLException {
        this.file = file;
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            String name = meta.getColumnLabel(at);
            if (columns.put(name, ColumnReader.of(file, name, at, meta.getColumnType(at))) != null) {
                throw new KindQueryException(file, "column " + name + " stands twice: rename one of them");
            }
        }
        if (columns.keySet().stream().noneMatch(Columns::isIdentity)) {
            throw new KindQueryException(file, "expected a column whose name begins with id_, found none");
        }
        file.root().forEach(this::required);
        file.parent().stream().flatMap(rule -> rule.columns().stream()).forEach(this::required);
        file.parent().filter(ParentRule::kindInColumn).ifPresent(rule -> required(rule.kind()));
    }

    private ColumnReader required(String column) {
        ColumnReader reader = columns.get(column);
        if (reader == null) {
            throw new KindQueryException(file, "the header names column " + column + ", which the query does not have");
        }
        return reader;
    }

    CatalogObject map(ResultSet row) throws SQLException {
        TreeMap<String, Value> compared = new TreeMap<>();
        TreeMap<String, Value> carried = new TreeMap<>();
        List<String> identity = new ArrayList<>();
        for (Map.Entry<String, ColumnReader> column : columns.entrySet()) {
            String name = column.getKey();
            if (Columns.isIdentity(name)) {
                identity.addAll(names(name, row));
            } else if (!file.isStructural(name)) {
                Value value = column.getValue().read(row);
                (Columns.isCarried(name) ? carried : compared).put(Columns.attribute(name), value);
            }
        }
        List<String> root = file.root().isEmpty() ? identity : names(file.root(), row);
        return new CatalogObject(
                new ObjectKey(file.kind(), identity),
                root,
                parent(row),
                new Attributes(compared),
                new Attributes(carried));
    }

    private Optional<ObjectKey> parent(ResultSet row) throws SQLException {
        if (file.parent().isEmpty()) {
            return Optional.empty();
        }
        ParentRule rule = file.parent().get();
        if (!rule.kindInColumn()) {
            return Optional.of(new ObjectKey(new ObjectKind(rule.kind()), names(rule.columns(), row)));
        }
        Value kind = required(rule.kind()).read(row);
        return kind.equals(Value.NULL)
                ? Optional.empty()
                : Optional.of(
                        new ObjectKey(new ObjectKind(names(rule.kind(), row).getFirst()), names(rule.columns(), row)));
    }

    private List<String> names(List<String> from, ResultSet row) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String column : from) {
            all.addAll(names(column, row));
        }
        return all;
    }

    private List<String> names(String column, ResultSet row) throws SQLException {
        return switch (required(column).read(row)) {
            case Value.Text text -> List.of(text.text());
            case Value.TextList list -> list.items();
            case Value.Int number -> List.of(String.valueOf(number.number()));
            case Value.Bool truth -> List.of(String.valueOf(truth.truth()));
            case Value.Decimal number -> List.of(number.number().toPlainString());
            case Value.Null none ->
                throw new KindQueryException(file, "column " + column + " names an object: expected text, found NULL");
        };
    }
}
