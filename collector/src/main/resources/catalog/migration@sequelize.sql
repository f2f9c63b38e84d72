-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: name:character varying, createdAt?:timestamp with time zone, updatedAt?:timestamp with time zone; only; usually SequelizeMeta
-- advice-missing: Apply it to the target with "sequelize db:migrate"; see "sequelize db:migrate:status" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "sequelize db:migrate" there, or undo it with "sequelize db:migrate:undo --name <name>".
-- advice-different: See "sequelize db:migrate:status" on both sides.
SELECT 'sequelize' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.name AS id_version,
       'applied' AS state,
       row_number() OVER (ORDER BY m.name COLLATE "C") AS _order,
       to_char(m."createdAt", 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at
  FROM (SELECT NULL::timestamptz AS "createdAt") absent
 CROSS JOIN LATERAL (SELECT DISTINCT ON (name) name, "createdAt" FROM {relation} h ORDER BY name) m
 -- under another name it is a history only if every row is a file of migrations
 WHERE {table} = 'SequelizeMeta'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.name !~ '^[0-9]{8,}.*[.][cm]?[jt]s$')
