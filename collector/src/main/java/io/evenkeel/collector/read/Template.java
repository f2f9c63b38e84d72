package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A query that is asked again and again, each time about something else. */
final class Template {
    private final String sql;
    private final String placeholder;
    private final String type;
    private final String name;

    /**
     * @param sql with a placeholder for what it is about
     * @param type of the value that takes the placeholder's place
     */
    Template(String sql, String placeholder, String type) {
        this.sql = sql;
        this.placeholder = placeholder;
        this.type = type;
        this.name = "evenkeel_"
                + UUID.nameUUIDFromBytes(sql.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    /** A query about some relations. */
    static Template aboutRelations(String sql) {
        return new Template(sql, KindFile.RELATIONS, "oid[]");
    }

    /** The query about that, which is numbers and names of catalogs. */
    String about(String value) {
        return sql.replace(placeholder, "'" + value + "'::" + type);
    }

    String prepare() {
        return "PREPARE " + name + " AS " + sql.replace(placeholder, "$1::" + type);
    }

    String execute(String value) {
        return "EXECUTE " + name + "('" + value + "')";
    }

    /** The same text has the same name, so that whoever else prepared it has prepared the same. */
    String name() {
        return name;
    }
}
