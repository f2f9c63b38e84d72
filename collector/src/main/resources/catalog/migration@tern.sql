-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: version:integer; only; usually schema_version
-- advice-missing: The target has no version table: run "tern migrate" there.
-- advice-unexpected: The baseline has no version table: run "tern migrate" there.
-- advice-different: Only the last version is recorded, so that a migration left out below it cannot be seen. Behind: run "tern migrate" ("tern status" shows where it stands); ahead: bring the newer files to the baseline.
SELECT 'tern' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       'high-water mark' AS id_version,
       max(m.version) AS version,
       CASE WHEN count(*) = 0 THEN 'none' ELSE 'applied' END AS state,
       'high-water only' AS _precision
  FROM {relation} m
-- one number in one row tells nothing: another name has at least to say what it is
HAVING count(*) <= 1
   AND ({table} = 'schema_version' OR {table} ~* '(schema|tern|migration).*version|tern|migration')
