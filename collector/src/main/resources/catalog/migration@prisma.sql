-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- refresh: always
-- root: id_tool, id_schema, id_table
-- requires: rolled_back_at:timestamp with time zone, id:character varying, checksum:character varying, finished_at:timestamp with time zone, migration_name:character varying, logs:text, started_at:timestamp with time zone, applied_steps_count:integer
-- unknown-if-null: checksum
-- advice-missing: Apply it to the target with "prisma migrate deploy"; see "prisma migrate status" first. If it was applied by hand, record it with "prisma migrate resolve --applied <name>".
-- advice-unexpected: It ran only in the target: bring its directory to the baseline and run "prisma migrate deploy" there.
-- advice-different: A failed one: mend the database, then "prisma migrate resolve --rolled-back <name>" (or "--applied <name>") and "prisma migrate deploy". Another checksum: the script was edited after it ran, or has other line ends; restore it and write a new migration.
SELECT 'prisma' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.migration_name AS id_version,
       CASE WHEN m.rolled_back_at IS NOT NULL THEN 'rolled back'
            WHEN m.finished_at IS NOT NULL THEN 'applied'
            WHEN m.logs IS NULL AND m.started_at > now() - interval '15 minutes' THEN 'in progress'
            ELSE 'failed' END AS state,
       -- people write words such as 'manual' there, and old versions left zeros out
       CASE WHEN m.checksum ~ '^[0-9a-f]{64}$' THEN m.checksum END AS checksum,
       coalesce(m.migration_name COLLATE "C" < max(m.migration_name COLLATE "C")
                OVER (ORDER BY m.started_at, m.migration_name COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       CASE WHEN m.checksum !~ '^[0-9a-f]{64}$' THEN 'unverifiable' END AS _checksum_note,
       row_number() OVER (ORDER BY m.started_at, m.migration_name COLLATE "C") AS _order,
       to_char(m.finished_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at,
       m.logs AS _logs
  -- one name may have several rows: an unfinished one blocks the tool, whatever else there is
  FROM (SELECT DISTINCT ON (h.migration_name)
               h.migration_name, h.checksum, h.finished_at, h.rolled_back_at, h.started_at, h.logs
          FROM {relation} h
         ORDER BY h.migration_name, h.finished_at IS NULL AND h.rolled_back_at IS NULL DESC, h.rolled_back_at IS NULL DESC,
                  h.started_at DESC) m
