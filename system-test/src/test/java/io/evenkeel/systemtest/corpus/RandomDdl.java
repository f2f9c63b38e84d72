package io.evenkeel.systemtest.corpus;

import static io.evenkeel.systemtest.corpus.Model.key;

import io.evenkeel.contract.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Makes up statements, one after the other, and keeps the model in step with each. */
final class RandomDdl {
    private static final String SCHEMA = "shop";
    private static final List<String> TYPES = List.of("integer", "bigint", "text", "numeric(10,2)", "boolean", "uuid");

    private final Random random;
    private final Model model;
    private final String role;
    private int made;
    private final List<Function<ObjectKey, Step>> onTables = List.of(
            this::addColumn,
            this::addColumn,
            this::dropColumn,
            this::alterColumn,
            this::comment,
            this::index,
            this::check,
            this::grant,
            this::rowSecurity,
            this::dropTable,
            this::view);

    RandomDdl(long seed, Model model, String role) {
        this.random = new Random(seed);
        this.model = model;
        this.role = role;
    }

    /** One statement and the object whose history it belongs to: statements of different histories commute. */
    record Step(String history, String sql) {}

    /** The next statement. */
    Step next() {
        List<ObjectKey> tables = model.of("table");
        if (tables.size() < 3 || random.nextInt(8) == 0) {
            return createTable();
        }
        return switch (random.nextInt(6)) {
            case 0 -> enumType();
            case 1 -> function();
            default -> onTables.get(random.nextInt(onTables.size())).apply(any(tables));
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String fresh(String stem) {
        made++;
        return stem + "_" + made;
    }

    private static String name(ObjectKey key) {
        return key.identity().getLast();
    }

    private static String qualified(ObjectKey key) {
        return SCHEMA + "." + key.identity().get(1);
    }

    private Step createTable() {
        ObjectKey table = key("table", SCHEMA, fresh("t"));
        model.put(table, "");
        model.columnsOf(table).add("id");
        model.put(key("column", SCHEMA, name(table), "id"), "bigint", table);
        model.put(key("primary_key", SCHEMA, name(table), name(table) + "_pkey"), "", table);
        return new Step(name(table), "CREATE TABLE " + qualified(table) + " (id bigint PRIMARY KEY)");
    }

    private Step dropTable(ObjectKey table) {
        model.of("view").stream()
                .filter(view -> model.content(view).equals(name(table)))
                .forEach(model::drop);
        model.drop(table);
        return new Step(name(table), "DROP TABLE " + qualified(table) + " CASCADE");
    }

    private Step addColumn(ObjectKey table) {
        String column = fresh("c");
        String type = any(TYPES);
        model.columnsOf(table).add(column);
        model.put(key("column", SCHEMA, name(table), column), type, table);
        return new Step(name(table), "ALTER TABLE " + qualified(table) + " ADD COLUMN " + column + " " + type);
    }

    private Step dropColumn(ObjectKey table) {
        List<String> columns = model.columnsOf(table);
        if (columns.size() < 2) {
            return addColumn(table);
        }
        String column = columns.remove(1 + random.nextInt(columns.size() - 1));
        model.drop(key("column", SCHEMA, name(table), column));
        model.drop(key("index", SCHEMA, name(table), "i_" + column));
        return new Step(name(table), "ALTER TABLE " + qualified(table) + " DROP COLUMN " + column);
    }

    private Step alterColumn(ObjectKey table) {
        List<String> columns = model.columnsOf(table);
        if (columns.size() < 2) {
            return addColumn(table);
        }
        String column = columns.get(1 + random.nextInt(columns.size() - 1));
        ObjectKey key = key("column", SCHEMA, name(table), column);
        String content = model.content(key);
        String action;
        if (content.endsWith(" not null")) {
            model.put(key, content.replace(" not null", ""), table);
            action = "DROP NOT NULL";
        } else {
            model.put(key, content + " not null", table);
            action = "SET NOT NULL";
        }
        return new Step(name(table), "ALTER TABLE " + qualified(table) + " ALTER COLUMN " + column + " " + action);
    }

    private Step comment(ObjectKey table) {
        String text = fresh("it's \"note\"");
        model.put(table, model.content(table).replaceAll("c=[^;]*;", "") + "c=" + text + ";");
        return new Step(name(table), "COMMENT ON TABLE " + qualified(table) + " IS '" + text.replace("'", "''") + "'");
    }

    private Step rowSecurity(ObjectKey table) {
        boolean on = model.content(table).contains("rls;");
        model.put(table, on ? model.content(table).replace("rls;", "") : model.content(table) + "rls;");
        return new Step(
                name(table), "ALTER TABLE " + qualified(table) + (on ? " DISABLE" : " ENABLE") + " ROW LEVEL SECURITY");
    }

    private Step index(ObjectKey table) {
        String column = any(model.columnsOf(table));
        ObjectKey index = key("index", SCHEMA, name(table), "i_" + column);
        if (column.equals("id")) {
            return comment(table);
        }
        if (model.has(index)) {
            model.drop(index);
            return new Step(name(table), "DROP INDEX " + SCHEMA + "." + name(index));
        }
        model.put(index, "", table);
        return new Step(name(table), "CREATE INDEX " + name(index) + " ON " + qualified(table) + " (" + column + ")");
    }

    private Step check(ObjectKey table) {
        ObjectKey check = key("check_constraint", SCHEMA, name(table), "positive");
        if (model.has(check)) {
            model.drop(check);
            return new Step(name(table), "ALTER TABLE " + qualified(table) + " DROP CONSTRAINT positive");
        }
        String bound = String.valueOf(random.nextInt(1000));
        model.put(check, bound, table);
        return new Step(
                name(table), "ALTER TABLE " + qualified(table) + " ADD CONSTRAINT positive CHECK (id > " + bound + ")");
    }

    private Step grant(ObjectKey table) {
        String privilege = any(List.of("select", "insert", "update"));
        ObjectKey grant = key("grant", "table", SCHEMA, name(table), role, privilege);
        if (model.has(grant)) {
            model.drop(grant);
            return new Step(name(table), "REVOKE " + privilege + " ON " + qualified(table) + " FROM " + role);
        }
        model.put(grant, "", table);
        return new Step(name(table), "GRANT " + privilege + " ON " + qualified(table) + " TO " + role);
    }

    private Step view(ObjectKey table) {
        ObjectKey view = key("view", SCHEMA, fresh("v"));
        model.put(view, name(table));
        return new Step(name(table), "CREATE VIEW " + qualified(view) + " AS SELECT id FROM " + qualified(table));
    }

    private Step enumType() {
        List<ObjectKey> types = model.of("enum");
        if (types.isEmpty() || random.nextInt(3) == 0) {
            ObjectKey type = key("enum", SCHEMA, fresh("e"));
            model.put(type, "a");
            return new Step(name(type), "CREATE TYPE " + qualified(type) + " AS ENUM ('a')");
        }
        ObjectKey type = any(types);
        String label = fresh("label");
        model.put(type, model.content(type) + label);
        return new Step(name(type), "ALTER TYPE " + qualified(type) + " ADD VALUE '" + label + "' BEFORE 'a'");
    }

    private Step function() {
        List<ObjectKey> functions = new ArrayList<>(model.of("function"));
        ObjectKey function = functions.isEmpty() || random.nextBoolean()
                ? key("function", SCHEMA, fresh("f"), "integer")
                : any(functions);
        String body = String.valueOf(random.nextInt());
        model.put(function, body);
        return new Step(
                name(function),
                "CREATE OR REPLACE FUNCTION " + qualified(function)
                        + "(integer) RETURNS integer LANGUAGE sql AS 'SELECT " + body + "'");
    }
}
