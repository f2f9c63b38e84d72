-- description: The lock that a migration tool keeps in a table while it runs
-- category: migration
-- severity: warning; missing=info; unexpected=info
-- order: 4
-- refresh: always
-- requires: locked:boolean, id:integer, lockgranted:timestamp without time zone, lockedby:character varying; only
-- advice-missing: The tool makes the table at its next run.
-- advice-unexpected: The tool makes the table at its next run.
-- advice-different: Held: a migration is running there. Stuck: its holder is gone; see "liquibase list-locks", make sure that none runs, then "liquibase release-locks".
SELECT 'liquibase' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       CASE WHEN NOT coalesce(bool_or(m.locked), false) THEN 'free'
            -- the holder's own clock, without its zone: taken for UTC
            WHEN min(m.lockgranted) FILTER (WHERE m.locked) < now() AT TIME ZONE 'UTC' - interval '15 minutes' THEN 'stuck'
            ELSE 'held' END AS state,
       min(m.lockedby) FILTER (WHERE m.locked) AS _locked_by,
       to_char(min(m.lockgranted) FILTER (WHERE m.locked), 'YYYY-MM-DD"T"HH24:MI:SS') AS _since
  FROM {relation} m
