-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: version:character varying; only; beside key:character varying, value:character varying, created_at:timestamp without time zone|timestamp with time zone, updated_at:timestamp without time zone|timestamp with time zone or version:character varying(); only; usually schema_migrations
-- advice-missing: Apply it to the target with "bin/rails db:migrate"; see "bin/rails db:migrate:status" first. For one alone, "bin/rails db:migrate:up VERSION=<version>".
-- advice-unexpected: It ran only in the target ("bin/rails db:migrate:status" shows NO FILE): bring its file to the baseline and run "bin/rails db:migrate" there, or undo it with "bin/rails db:migrate:down VERSION=<version>".
-- advice-different: See "bin/rails db:migrate:status" on both sides.
SELECT 'rails' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       'applied' AS state,
       row_number() OVER (ORDER BY lpad(m.version, 30, '0') COLLATE "C") AS _order
  FROM {relation} m
 -- under another name it is a history only if every row is a version
 WHERE {table} = 'schema_migrations'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.version !~ '^[0-9]{14}$')
