-- description: The lock that a migration tool keeps in a table while it runs
-- category: migration
-- severity: warning; missing=info; unexpected=info
-- order: 4
-- requires: is_locked:integer, index:integer; only
-- advice-missing: The tool makes the table at its next run.
-- advice-unexpected: The tool makes the table at its next run.
-- advice-different: Held: a migration is running there, or one was killed, as no time is stored. Make sure that none runs, then "knex migrate:unlock".
SELECT 'knex' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       CASE WHEN coalesce(bool_or(m.is_locked <> 0), false) THEN 'held' ELSE 'free' END AS state
  FROM {relation} m
