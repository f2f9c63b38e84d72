-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: resulting_schema:jsonb, schema:name|text, name:text, migration:jsonb, created_at:timestamp with time zone|timestamp without time zone, parent:text, done:boolean
-- free-text: _statements
-- redact: checksum
-- advice-missing: Apply it to the target with "pgroll migrate <directory>"; see "pgroll status" first.
-- advice-unexpected: It ran only in the target: fetch it with "pgroll pull <directory>" and apply it to the baseline with "pgroll migrate <directory>". An inferred one is DDL that somebody ran outside pgroll.
-- advice-different: In progress: both versions of the schema are there until "pgroll complete" or "pgroll rollback". Another checksum or predecessor: the migration was edited or put elsewhere after it ran.
SELECT 'pgroll' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.schema::text AS id_of_schema,
       m.name AS id_version,
       CASE WHEN NOT m.done THEN 'in progress'
            WHEN m.migration_type IN ('inferred', 'baseline') THEN m.migration_type
            ELSE 'applied' END AS state,
       encode(sha256(convert_to(m.migration::text, 'UTF8')), 'hex') AS checksum,
       m.parent AS previous,
       row_number() OVER (ORDER BY m.created_at, m.name COLLATE "C") AS _order,
       to_char(m.created_at, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at,
       m.migration::text AS _statements
  -- a column that an old version did not make is taken from "absent"
  FROM (SELECT NULL::text AS migration_type) absent
 CROSS JOIN LATERAL (SELECT schema, name, done, migration_type, migration, parent, created_at FROM {relation} h) m
