package io.evenkeel.collector.read;

import io.evenkeel.collector.query.KindFile;

/**
 * A relation that has the columns which a kind's file requires.
 *
 * @param file the file that requires it
 * @param identifier schema and name, quoted by the server as an SQL identifier
 * @param schema quoted by the server as an SQL literal
 * @param table without schema, quoted by the server as an SQL literal
 * @param schemaIdentifier quoted by the server as an SQL identifier
 */
record FoundRelation(KindFile file, String identifier, String schema, String table, String schemaIdentifier) {
    String sql() {
        return file.sqlFor(identifier, schema, table);
    }
}
