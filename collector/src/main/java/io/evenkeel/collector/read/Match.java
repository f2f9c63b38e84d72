package io.evenkeel.collector.read;

/**
 * A relation that has the columns of a set.
 *
 * @param set which of the sets that were searched for
 * @param open whether it is small, and the reader may read it whole
 * @param schema as it is
 * @param table as it is
 * @param identifier schema and name, quoted by the server as an SQL identifier
 * @param schemaIdentifier quoted by the server as an SQL identifier
 * @param schemaLiteral quoted by the server as an SQL literal
 * @param tableLiteral name without schema, quoted by the server as an SQL literal
 */
record Match(
        int set,
        boolean open,
        String schema,
        String table,
        String identifier,
        String schemaIdentifier,
        String schemaLiteral,
        String tableLiteral,
        long oid) {
    boolean isNeighbourOf(Match other) {
        return schema.equals(other.schema) && !table.equals(other.table);
    }
}
