-- description: A migration that the environment's migration tool has recorded as applied
-- category: migration
-- severity: warning; missing=critical; checksum=critical; state=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: version:text, statements:text[], name:text
-- advice-missing: Apply it to the target with "supabase db push"; see "supabase migration list" first.
-- advice-unexpected: It ran only in the target: fetch it with "supabase migration fetch" and apply it to the baseline with "supabase db push". If it was undone by hand, "supabase migration repair --status reverted".
-- advice-different: The same version ran with other statements: compare the two files, write a new migration for the difference, and never edit one that has run.
SELECT 'supabase' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       m.name AS name,
       -- the hosted runner stores CR LF, the command line LF
       encode(sha256(convert_to(rtrim(replace(array_to_string(m.statements, E'\n'), E'\r', ''), E' \t\n'), 'UTF8')), 'hex') AS checksum,
       cardinality(m.statements) AS _statements
  FROM {relation} m
