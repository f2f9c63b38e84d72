-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: migration_time:timestamp with time zone|timestamp without time zone, id:integer|bigint, name:character varying, batch:integer; only
-- advice-missing: Apply it to the target with "knex migrate:latest"; see "knex migrate:list" first. For one alone, "knex migrate:up <name>".
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "knex migrate:latest" there, or undo it with "knex migrate:down <name>".
-- advice-different: It ran after a later one, because it was merged late: see "knex migrate:list" on both sides.
SELECT 'knex' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.name AS id_version,
       'applied' AS state,
       coalesce(m.name COLLATE "C" < max(m.name COLLATE "C") OVER (ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.id) AS _order,
       to_char(m.migration_time, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at,
       m.batch AS _batch
  FROM (SELECT DISTINCT ON (h.name) h.name, h.id, h.batch, h.migration_time
          FROM {relation} h
         WHERE h.name IS NOT NULL
         ORDER BY h.name, h.id DESC) m
