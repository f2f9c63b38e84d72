-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: executed_at:timestamp with time zone|timestamp without time zone, id:integer|bigint, name:character varying; only; usually mikro_orm_migrations
-- advice-missing: Apply it to the target with "mikro-orm migration:up"; see "mikro-orm migration:pending" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "mikro-orm migration:up" there, or undo it with "mikro-orm migration:down".
-- advice-different: It ran after a later one, because it was merged late: see "mikro-orm migration:list" on both sides.
SELECT 'mikroorm' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.name AS id_version,
       'applied' AS state,
       coalesce(m.name COLLATE "C" < max(m.name COLLATE "C") OVER (ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.id) AS _order,
       to_char(m.executed_at, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at
  -- with or without the file's ending, as the tool itself takes it
  FROM (SELECT DISTINCT ON (regexp_replace(h.name, '[.][jt]s$', ''))
               regexp_replace(h.name, '[.][jt]s$', '') AS name, h.id, h.executed_at
          FROM {relation} h
         WHERE h.name IS NOT NULL
         ORDER BY regexp_replace(h.name, '[.][jt]s$', ''), h.id DESC) m
 -- under another name it is a history only if every row is named as the tool names them
 WHERE {table} = 'mikro_orm_migrations'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.name !~ '^Migration[0-9]{8,}')
