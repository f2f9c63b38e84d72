-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: applied_at:timestamp with time zone, id:text; only; usually gorp_migrations
-- advice-missing: Apply it to the target with "sql-migrate up"; see "sql-migrate status" first. If it was applied by hand, "sql-migrate skip".
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "sql-migrate up" there, or undo the last one with "sql-migrate down".
-- advice-different: It ran after a later one, because it was merged late: see "sql-migrate status" on both sides.
SELECT 'sql-migrate' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.id AS id_version,
       'applied' AS state,
       coalesce(m.id COLLATE "C" < max(m.id COLLATE "C") OVER (ORDER BY m.applied_at, m.id COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.applied_at, m.id COLLATE "C") AS _order,
       to_char(m.applied_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at
  FROM {relation} m
 -- under another name it is a history only if every row is a file
 WHERE {table} = 'gorp_migrations'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.id !~ '[.]sql$')
