-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: applied_on:character varying, version:integer|bigint, name:character varying, checksum:character varying; only
-- unknown-if-null: checksum
-- advice-missing: Apply it to the target with "refinery migrate" or with the application that embeds it.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "refinery migrate" there.
-- advice-different: Another checksum: the file was edited after it ran, and the tool will refuse it as divergent: restore it and write a new migration. Another order: it was merged late and let in with "set_abort_missing(false)".
SELECT 'refinery' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       m.name AS name,
       'applied' AS state,
       m.checksum AS checksum,
       coalesce(m.version < max(m.version) OVER (ORDER BY m.applied_on COLLATE "C", m.version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.applied_on COLLATE "C", m.version) AS _order,
       m.applied_on AS _applied_at
  FROM {relation} m
