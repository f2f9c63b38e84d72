-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: dirty:boolean, version:bigint; only
-- advice-missing: The target has no version table: run "migrate up" there, or "migrate force <version>" where the schema is already as it should be.
-- advice-unexpected: The baseline has no version table: run "migrate up" there, or "migrate force <version>" where the schema is already as it should be.
-- advice-different: Only the last version is recorded, so that a migration left out below it cannot be seen. Behind: run "migrate up" ("migrate version" shows where it stands). Dirty: mend what the failed migration left, "migrate force <version>", then "migrate up".
SELECT 'golang-migrate' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       'high-water mark' AS id_version,
       max(m.version) AS version,
       CASE WHEN bool_or(m.dirty) THEN 'dirty' WHEN count(*) = 0 THEN 'none' ELSE 'applied' END AS state,
       'high-water only' AS _precision
  FROM {relation} m
