package io.evenkeel.collector.read;

import io.evenkeel.collector.query.Columns;
import io.evenkeel.collector.query.IdentityColumns;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.query.ParentRule;
import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Unseen;
import io.evenkeel.contract.catalog.Value;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns the rows of a kind's query into objects, by the prefixes of its columns. */
final class RowMapper {
    private final KindFile file;
    private final Redactor redactor;
    private final RoleNames roles;
    private final Map<String, ColumnReader> columns = new LinkedHashMap<>();
    private final List<String> identity;
    private int relation;

    RowMapper(KindFile file, ResultSetMetaData meta, Redactor redactor, RoleNames roles) throws SQLException {
        this.file = file;
        this.redactor = redactor;
        this.roles = roles;
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            String name = meta.getColumnLabel(at);
            if (name.equals(Columns.RELATION_OID)) {
                relation = at;
            } else if (columns.put(name, ColumnReader.of(file, name, at, meta.getColumnType(at))) != null) {
                throw new KindQueryException(file, "column " + name + " stands twice: rename one of them");
            }
        }
        identity = columns.keySet().stream().filter(Columns::isIdentity).toList();
        if (identity.isEmpty()) {
            throw new KindQueryException(file, "expected a column whose name begins with id_, found none");
        }
        file.root().forEach(this::required);
        file.roleColumns().forEach(this::required);
        file.redactions().keySet().forEach(this::required);
        file.unknownIfNull().forEach(this::required);
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

    /** Which columns make the names of the keys. */
    static IdentityColumns identity(ResultSetMetaData meta) throws SQLException {
        List<String> names = new ArrayList<>();
        int list = -1;
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            if (Columns.isIdentity(meta.getColumnLabel(at))) {
                list = meta.getColumnType(at) == Types.ARRAY ? names.size() : list;
                names.add(meta.getColumnLabel(at));
            }
        }
        return new IdentityColumns(names, list);
    }

    /** The OID of the relation that the row tells of; none if the query does not say. */
    long relation(ResultSet row) throws SQLException {
        return relation == 0 ? KindResult.NONE : row.getLong(relation);
    }

    CatalogObject map(ResultSet row) throws SQLException {
        TreeMap<String, Value> compared = new TreeMap<>();
        TreeMap<String, Value> carried = new TreeMap<>();
        List<String> unseen = new ArrayList<>();
        ObjectKey key = new ObjectKey(file.kind(), names(identity, row));
        for (String name : columns.keySet()) {
            if (!Columns.isIdentity(name) && !file.isStructural(name)) {
                Value value = redacted(name, value(name, row), key.identity().getLast());
                (Columns.isCarried(name) ? carried : compared).put(Columns.attribute(name), value);
                if (value.equals(Value.NULL) && file.unknownIfNull().contains(name)) {
                    unseen.add(name);
                }
            }
        }
        if (!unseen.isEmpty()) {
            carried.put(Unseen.ATTRIBUTE, new Value.TextList(unseen));
        }
        List<String> root = file.root().isEmpty() ? key.identity() : names(file.root(), row);
        return new CatalogObject(key, root, parent(row), new Attributes(compared), new Attributes(carried));
    }

    private Value redacted(String column, Value value, String object) {
        Set<String> shown = file.redactions().get(column);
        if (shown != null) {
            return redactor.options(value, object, shown);
        }
        return file.freeText().contains(column) || file.freeText().contains(Columns.attribute(column))
                ? redactor.definition(value, object)
                : redactor.value(value, object);
    }

    private Optional<ObjectKey> parent(ResultSet row) throws SQLException {
        if (file.parent().isEmpty()) {
            return Optional.empty();
        }
        ParentRule rule = file.parent().get();
        if (!rule.kindInColumn()) {
            return Optional.of(new ObjectKey(new ObjectKind(rule.kind()), names(rule.columns(), row)));
        }
        Value kind = value(rule.kind(), row);
        return kind.equals(Value.NULL)
                ? Optional.empty()
                : Optional.of(
                        new ObjectKey(new ObjectKind(names(rule.kind(), row).getFirst()), names(rule.columns(), row)));
    }

    private Value value(String column, ResultSet row) throws SQLException {
        Value value = required(column).read(row);
        if (file.descriptor().versionBound().contains(column)) {
            return Deparsed.canonical(value);
        }
        return file.roleColumns().contains(column) ? roles.of(value) : value;
    }

    private List<String> names(List<String> from, ResultSet row) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String column : from) {
            all.addAll(names(column, row));
        }
        return all;
    }

    private List<String> names(String column, ResultSet row) throws SQLException {
        return switch (value(column, row)) {
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
