package io.evenkeel.collector.read;

import io.evenkeel.collector.query.Columns;
import io.evenkeel.collector.query.KindFile;
import io.evenkeel.collector.redact.Redactor;
import io.evenkeel.contract.catalog.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a kind's query, and what is to be done with its values, which is the same in every row. Of rows that say
 * the same the value is made once: catalogs repeat themselves.
 */
final class Cell {
    /** So many values are remembered, each in the one place that its hash gives it; a power of two. */
    private static final int PLACES = 128;

    /** In bytes; what is longer is hardly ever said twice. */
    private static final int LONGEST = 256;

    private final String name;
    private final int index;
    private final ColumnReader reader;
    private final Redactor redactor;
    private final RoleNames roles;
    private final boolean bound;
    private final boolean role;
    private final boolean free;
    private final Optional<Set<String>> shown;
    private final byte[][] seen = new byte[PLACES][];
    private final Value[] made = new Value[PLACES];

    Cell(KindFile file, String name, int index, ColumnReader reader, Redactor redactor, RoleNames roles) {
        this.name = name;
        this.index = index;
        this.reader = reader;
        this.redactor = redactor;
        this.roles = roles;
        bound = file.descriptor().versionBound().contains(name);
        role = file.roleColumns().contains(name);
        free = file.freeText().contains(name) || file.freeText().contains(attribute());
        shown = Optional.ofNullable(file.redactions().get(name));
    }

    /** Of the column. */
    String name() {
        return name;
    }

    String attribute() {
        return Columns.attribute(name);
    }

    /** As a part of a name, which is never hidden. */
    Value name(ResultSet row) throws SQLException {
        byte[] text = row.getBytes(index);
        if (text == null) {
            return Value.NULL;
        }
        int place = place(text);
        return Arrays.equals(text, seen[place]) ? made[place] : keep(text, place, raw(text, row));
    }

    /** As an attribute of an object of that name. */
    Value attribute(ResultSet row, String object) throws SQLException {
        byte[] text = row.getBytes(index);
        if (text == null) {
            return Value.NULL;
        }
        int place = place(text);
        if (Arrays.equals(text, seen[place])) {
            return made[place];
        }
        Value raw = raw(text, row);
        Value redacted = redacted(raw, object);
        return shown.isPresent() || Redactor.dependsOnObject(raw) ? redacted : keep(text, place, redacted);
    }

    private Value raw(byte[] text, ResultSet row) throws SQLException {
        Value value = reader.read(text, row);
        if (bound) {
            return Deparsed.canonical(value);
        }
        return role ? roles.of(value) : value;
    }

    private Value redacted(Value value, String object) {
        if (shown.isPresent()) {
            return redactor.options(value, object, shown.get());
        }
        return free ? redactor.definition(value, object) : redactor.value(value, object);
    }

    private static int place(byte[] text) {
        int hash = Arrays.hashCode(text);
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    private Value keep(byte[] text, int place, Value value) {
        if (text.length <= LONGEST) {
            seen[place] = text;
            made[place] = value;
        }
        return value;
    }
}
