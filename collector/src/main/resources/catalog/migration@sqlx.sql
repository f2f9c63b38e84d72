-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: installed_on:timestamp with time zone, version:bigint, description:text, success:boolean, checksum:bytea, execution_time:bigint
-- advice-missing: Apply it to the target with "sqlx migrate run"; see "sqlx migrate info" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "sqlx migrate run" there, or undo it with "sqlx migrate revert".
-- advice-different: Another checksum: the file was edited after it ran (line ends count); restore it and write a new migration. A failed one: mend the database, delete its row, then "sqlx migrate run".
SELECT 'sqlx' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       m.description AS name,
       CASE WHEN m.success THEN 'applied' ELSE 'failed' END AS state,
       encode(m.checksum, 'hex') AS checksum,
       coalesce(m.version < max(m.version) OVER (ORDER BY m.installed_on, m.version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.installed_on, m.version) AS _order,
       to_char(m.installed_on, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at
  FROM {relation} m
