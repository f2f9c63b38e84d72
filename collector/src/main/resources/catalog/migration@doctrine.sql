-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: executed_at:timestamp without time zone, version:character varying, execution_time?:integer; only
-- advice-missing: Apply it to the target with "doctrine-migrations migrate" (Symfony: "bin/console doctrine:migrations:migrate"); see "doctrine-migrations status" first. If it was applied by hand, "doctrine-migrations version <version> --add".
-- advice-unexpected: It ran only in the target: bring its class to the baseline and migrate there, or undo it with "doctrine-migrations execute <version> --down".
-- advice-different: It ran after a later one, because it was merged late: see "doctrine-migrations list" on both sides.
SELECT 'doctrine' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       'applied' AS state,
       coalesce(m.version COLLATE "C" < max(m.version COLLATE "C")
                OVER (ORDER BY m.executed_at NULLS FIRST, m.version COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.executed_at NULLS FIRST, m.version COLLATE "C") AS _order,
       to_char(m.executed_at, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at,
       -- "version --add" stores no time
       CASE WHEN m.executed_at IS NULL THEN 'recorded by hand' END AS _note
  FROM {relation} m
