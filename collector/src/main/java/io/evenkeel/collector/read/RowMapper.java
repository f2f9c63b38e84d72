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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns the rows of a kind's query into objects, by the prefixes of its columns. */
final class RowMapper {
    /** More different values of a column are not remembered. */
    private static final int MOST = 512;

    private final KindFile file;
    private final Redactor redactor;
    private final RoleNames roles;
    private final Map<String, Cell> columns = new LinkedHashMap<>();
    private final List<Cell> identity;
    private final List<Cell> root;
    private final List<Cell> parent;
    private final List<Cell> attributes;
    private int relation;

    /** A column, and what is to be done with its values, which is the same in every row. */
    private final class Cell {
        private final String name;
        private final String attribute;
        private final ColumnReader reader;
        private final boolean carried;
        private final boolean bound;
        private final boolean role;
        private final boolean free;
        private final boolean unknownIfNull;
        private final Optional<Set<String>> shown;
        private final Map<Value, Value> known = new HashMap<>();

        Cell(String name, ColumnReader reader) {
            this.name = name;
            this.reader = reader;
            attribute = Columns.attribute(name);
            carried = Columns.isCarried(name);
            bound = file.descriptor().versionBound().contains(name);
            role = file.roleColumns().contains(name);
            free = file.freeText().contains(name) || file.freeText().contains(attribute);
            unknownIfNull = file.unknownIfNull().contains(name);
            shown = Optional.ofNullable(file.redactions().get(name));
        }

        Value raw(ResultSet row) throws SQLException {
            Value value = reader.read(row);
            if (bound) {
                return Deparsed.canonical(value);
            }
            return role ? roles.of(value) : value;
        }

        /** Of many rows that say the same, the value is made once. */
        Value redacted(ResultSet row, String object) throws SQLException {
            Value value = raw(row);
            if (shown.isPresent()) {
                return redactor.options(value, object, shown.get());
            }
            if (value.equals(Value.NULL) || Redactor.dependsOnObject(value)) {
                return redacted(value, object);
            }
            Value before = known.get(value);
            if (before != null) {
                return before;
            }
            Value redacted = redacted(value, object);
            if (known.size() < MOST) {
                known.put(value, redacted);
            }
            return redacted;
        }

        private Value redacted(Value value, String object) {
            return free ? redactor.definition(value, object) : redactor.value(value, object);
        }
    }

    RowMapper(KindFile file, ResultSetMetaData meta, Redactor redactor, RoleNames roles) throws SQLException {
        this.file = file;
        this.redactor = redactor;
        this.roles = roles;
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            String name = meta.getColumnLabel(at);
            if (name.equals(Columns.RELATION_OID)) {
                relation = at;
            } else if (columns.put(name, new Cell(name, ColumnReader.of(file, name, at, meta.getColumnType(at))))
                    != null) {
                throw new KindQueryException(file, "column " + name + " stands twice: rename one of them");
            }
        }
        identity = cells(columns.keySet().stream().filter(Columns::isIdentity).toList());
        if (identity.isEmpty()) {
            throw new KindQueryException(file, "expected a column whose name begins with id_, found none");
        }
        root = cells(file.root());
        file.roleColumns().forEach(this::required);
        file.redactions().keySet().forEach(this::required);
        file.unknownIfNull().forEach(this::required);
        parent = cells(file.parent().map(ParentRule::columns).orElse(List.of()));
        file.parent().filter(ParentRule::kindInColumn).ifPresent(rule -> required(rule.kind()));
        attributes = cells(columns.keySet().stream()
                .filter(name -> !Columns.isIdentity(name) && !file.isStructural(name))
                .toList());
    }

    private Cell required(String column) {
        Cell cell = columns.get(column);
        if (cell == null) {
            throw new KindQueryException(file, "the header names column " + column + ", which the query does not have");
        }
        return cell;
    }

    private List<Cell> cells(Collection<String> names) {
        return names.stream().map(this::required).toList();
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
        for (Cell cell : attributes) {
            Value value = cell.redacted(row, key.identity().getLast());
            (cell.carried ? carried : compared).put(cell.attribute, value);
            if (cell.unknownIfNull && value.equals(Value.NULL)) {
                unseen.add(cell.name);
            }
        }
        if (!unseen.isEmpty()) {
            carried.put(Unseen.ATTRIBUTE, new Value.TextList(unseen));
        }
        return new CatalogObject(
                key,
                root.isEmpty() ? key.identity() : names(root, row),
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
            return Optional.of(new ObjectKey(new ObjectKind(rule.kind()), names(parent, row)));
        }
        Cell kind = required(rule.kind());
        return kind.raw(row).equals(Value.NULL)
                ? Optional.empty()
                : Optional.of(new ObjectKey(new ObjectKind(names(kind, row).getFirst()), names(parent, row)));
    }

    private List<String> names(List<Cell> from, ResultSet row) throws SQLException {
        List<String> all = new ArrayList<>(from.size());
        for (Cell cell : from) {
            all.addAll(names(cell, row));
        }
        return all;
    }

    private List<String> names(Cell cell, ResultSet row) throws SQLException {
        return switch (cell.raw(row)) {
            case Value.Text text -> List.of(text.text());
            case Value.TextList list -> list.items();
            case Value.Int number -> List.of(String.valueOf(number.number()));
            case Value.Bool truth -> List.of(String.valueOf(truth.truth()));
            case Value.Decimal number -> List.of(number.number().toPlainString());
            case Value.Null none ->
                throw new KindQueryException(
                        file, "column " + cell.name + " names an object: expected text, found NULL");
        };
    }
}
