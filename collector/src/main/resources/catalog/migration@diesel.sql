-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: run_on:timestamp without time zone, version:character varying; only
-- advice-missing: Apply it to the target with "diesel migration run"; see "diesel migration list" first.
-- advice-unexpected: It ran only in the target: bring its directory to the baseline and run "diesel migration run" there, or undo the last one with "diesel migration revert".
-- advice-different: It ran after a later one, because it was merged late: see "diesel migration list" on both sides.
SELECT 'diesel' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       'applied' AS state,
       coalesce(m.version COLLATE "C" < max(m.version COLLATE "C")
                OVER (ORDER BY m.run_on, m.version COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.run_on, m.version COLLATE "C") AS _order,
       to_char(m.run_on, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at
  FROM {relation} m
