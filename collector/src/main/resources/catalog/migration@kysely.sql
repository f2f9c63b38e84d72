-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: timestamp:character varying, name:character varying; only; usually kysely_migration
-- advice-missing: Apply it to the target with "kysely migrate latest" (kysely-ctl), or with the application's "migrateToLatest()"; see "kysely migrate list" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "kysely migrate latest" there, or undo it with "kysely migrate down". The tool refuses to run while a recorded file is missing.
-- advice-different: It ran after one whose name sorts later: the tool refuses that unless "allowUnorderedMigrations" is set.
SELECT 'kysely' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.name AS id_version,
       'applied' AS state,
       coalesce(m.name COLLATE "C" < max(m.name COLLATE "C")
                OVER (ORDER BY m.timestamp COLLATE "C", m.name COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.timestamp COLLATE "C", m.name COLLATE "C") AS _order,
       m.timestamp AS _applied_at
  FROM (SELECT DISTINCT ON (h.name) h.name, h.timestamp FROM {relation} h ORDER BY h.name) m
 -- under another name it is a history only if every row has a time as the tool writes it
 WHERE {table} = 'kysely_migration'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.timestamp !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$')
