-- description: The lock that a migration tool keeps in a table while it runs
-- category: migration
-- severity: warning; missing=info; unexpected=info
-- order: 4
-- requires: is_locked:integer, id:character varying; only
-- advice-missing: The tool makes the table at its next run.
-- advice-unexpected: The tool makes the table at its next run.
-- advice-different: Held: somebody set it by hand, as on PostgreSQL the tool takes an advisory lock. Make sure that no migration runs, then set "is_locked" to 0.
SELECT 'kysely' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       CASE WHEN coalesce(bool_or(m.is_locked <> 0), false) THEN 'held' ELSE 'free' END AS state
  FROM {relation} m
