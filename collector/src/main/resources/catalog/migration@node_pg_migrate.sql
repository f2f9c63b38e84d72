-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: run_on:timestamp without time zone|timestamp with time zone, id:integer|bigint, name:character varying; only; usually pgmigrations
-- advice-missing: Apply it to the target with "node-pg-migrate up" (one that is older than the newest needs "--no-check-order"). If it was applied by hand, "node-pg-migrate up --fake".
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "node-pg-migrate up" there, or undo it with "node-pg-migrate down".
-- advice-different: It ran after a later one ("--no-check-order"): the tool will refuse to go on where it checks the order. Name the file anew, and its row with it.
SELECT 'node-pg-migrate' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.name AS id_version,
       'applied' AS state,
       coalesce(m.name COLLATE "C" < max(m.name COLLATE "C") OVER (ORDER BY m.run_on, m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.run_on, m.id) AS _order,
       to_char(m.run_on, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at
  FROM (SELECT DISTINCT ON (h.name) h.name, h.run_on, h.id
          FROM {relation} h
         ORDER BY h.name, h.id DESC) m
 -- under another name it is a history only if every row is named after its time
 WHERE {table} = 'pgmigrations'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.name !~ '^[0-9]{13,17}[-_]')
