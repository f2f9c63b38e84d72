-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: statements:text[], version:text or version:text, name?:text; only; usually supabase_migrations.schema_migrations
-- unknown-if-null: checksum, name
-- free-text: _statements
-- redact: checksum
-- advice-missing: Apply it to the target with "supabase db push" (one older than the newest needs "--include-all"); see "supabase migration list" first. If it was applied by hand, record it with "supabase migration repair <version> --status applied".
-- advice-unexpected: It ran only in the target: fetch it with "supabase migration fetch" and apply it to the baseline with "supabase db push". If it was undone by hand, "supabase migration repair <version> --status reverted".
-- advice-different: The same version ran with other statements: compare the two files, write a new migration for the difference, and never edit one that has run.
SELECT 'supabase' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       m.name AS name,
       'applied' AS state,
       -- the hosted runner stores CR LF, the command line LF
       encode(sha256(convert_to(rtrim(replace(array_to_string(m.statements, E'\n'), E'\r', ''), E' \t\n'), 'UTF8')), 'hex') AS checksum,
       row_number() OVER (ORDER BY m.version COLLATE "C") AS _order,
       m.created_by AS _applied_by,
       array_to_string(m.statements, E';\n') AS _statements
  -- a column that an old project does not have is taken from "absent"
  FROM (SELECT NULL::text[] AS statements, NULL::text AS name, NULL::text AS created_by) absent
 CROSS JOIN LATERAL (SELECT version, statements, name, created_by FROM {relation} h) m
 -- without statements, and in another schema, it is a history only if every row is a version
 WHERE {schema} = 'supabase_migrations'
    OR m.statements IS NOT NULL
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.version !~ '^[0-9]{14}$')
