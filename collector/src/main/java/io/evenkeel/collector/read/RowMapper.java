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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the rows of a kind's query into objects, by the prefixes of its columns. */
final class RowMapper {
    private final KindFile file;
    private final Map<String, Cell> columns = new LinkedHashMap<>();
    private final List<Cell> identity;
    private final List<Cell> root;
    private final List<Cell> parent;
    private final Group compared;
    private final Group carried;
    private final List<String> unknownIfNull;
    private int relation;
    private List<String> lastRoot = List.of();
    private Optional<ObjectKey> lastParent = Optional.empty();
    private final Map<String, ObjectKind> kinds = new HashMap<>();

    /** Attributes that are read together. */
    private record Group(Attributes.Names names, List<Cell> cells) {
        static Group of(List<Cell> cells) {
            List<Cell> sorted =
                    cells.stream().sorted(Comparator.comparing(Cell::attribute)).toList();
            return new Group(
                    Attributes.Names.of(sorted.stream().map(Cell::attribute).toList()), sorted);
        }

        Attributes read(ResultSet row, String object) throws SQLException {
            Value[] values = new Value[cells.size()];
            for (int at = 0; at < values.length; at++) {
                values[at] = cells.get(at).attribute(row, object);
            }
            return values.length == 0 ? Attributes.NONE : Attributes.of(names, values);
        }
    }

    RowMapper(KindFile file, ResultSetMetaData meta, Redactor redactor, RoleNames roles) throws SQLException {
        this.file = file;
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            String name = meta.getColumnLabel(at);
            if (name.equals(Columns.RELATION_OID)) {
                relation = at;
            } else if (columns.put(name, cell(name, at, meta.getColumnType(at), redactor, roles)) != null) {
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
        Map<Boolean, List<Cell>> attributes = columns.values().stream()
                .filter(cell -> !Columns.isIdentity(cell.name()) && !file.isStructural(cell.name()))
                .collect(Collectors.partitioningBy(cell -> Columns.isCarried(cell.name())));
        unknownIfNull = attributes.values().stream()
                .flatMap(List::stream)
                .map(Cell::name)
                .filter(file.unknownIfNull()::contains)
                .toList();
        compared = Group.of(attributes.getOrDefault(false, List.of()));
        carried = Group.of(attributes.getOrDefault(true, List.of()));
    }

    private Cell cell(String name, int index, int sqlType, Redactor redactor, RoleNames roles) {
        return new Cell(file, name, index, ColumnReader.of(file, name, sqlType), redactor, roles);
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
        ObjectKey key = new ObjectKey(file.kind(), names(identity, row));
        String name = key.identity().getLast();
        CatalogObject object = new CatalogObject(
                key,
                root.isEmpty() ? key.identity() : root(row),
                parent(row),
                compared.read(row, name),
                carried.read(row, name));
        return unknownIfNull.isEmpty() ? object : withUnseen(object);
    }

    private CatalogObject withUnseen(CatalogObject object) {
        List<String> unseen = unknownIfNull.stream()
                .filter(column -> value(object, column).equals(Value.NULL))
                .toList();
        return unseen.isEmpty()
                ? object
                : object.carrying(object.carried().with(Unseen.ATTRIBUTE, new Value.TextList(unseen)));
    }

    private static Value value(CatalogObject object, String column) {
        return (Columns.isCarried(column) ? object.carried() : object.compared()).get(Columns.attribute(column));
    }

    /** Neighbours often have the same, which is then held once. */
    private List<String> root(ResultSet row) throws SQLException {
        List<String> names = names(root, row);
        lastRoot = names.equals(lastRoot) ? lastRoot : names;
        return lastRoot;
    }

    private Optional<ObjectKey> parent(ResultSet row) throws SQLException {
        if (file.parent().isEmpty()) {
            return Optional.empty();
        }
        ParentRule rule = file.parent().get();
        String kind = rule.kind();
        if (rule.kindInColumn()) {
            Cell cell = required(rule.kind());
            if (cell.name(row).equals(Value.NULL)) {
                return Optional.empty();
            }
            kind = names(List.of(cell), row).getFirst();
        }
        return parent(kind, names(parent, row));
    }

    private Optional<ObjectKey> parent(String kind, List<String> names) {
        boolean same = lastParent
                .filter(last ->
                        last.identity().equals(names) && last.kind().name().equals(kind))
                .isPresent();
        lastParent =
                same ? lastParent : Optional.of(new ObjectKey(kinds.computeIfAbsent(kind, ObjectKind::new), names));
        return lastParent;
    }

    private List<String> names(List<Cell> from, ResultSet row) throws SQLException {
        List<String> all = new ArrayList<>(from.size());
        for (Cell cell : from) {
            add(all, cell, cell.name(row));
        }
        return all;
    }

    private void add(List<String> names, Cell cell, Value value) {
        switch (value) {
            case Value.Text text -> names.add(text.text());
            case Value.TextList list -> names.addAll(list.items());
            case Value.Int number -> names.add(String.valueOf(number.number()));
            case Value.Bool truth -> names.add(String.valueOf(truth.truth()));
            case Value.Decimal number -> names.add(number.number().toPlainString());
            case Value.Null none ->
                throw new KindQueryException(
                        file, "column " + cell.name() + " names an object: expected text, found NULL");
        }
    }
}
