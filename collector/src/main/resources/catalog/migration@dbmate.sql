-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: version:character varying(128)|character varying(255); only; not beside key:character varying, value:character varying, created_at:timestamp without time zone|timestamp with time zone, updated_at:timestamp without time zone|timestamp with time zone; usually schema_migrations
-- advice-missing: Apply it to the target with "dbmate migrate"; see "dbmate status" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "dbmate migrate" there, or undo it with "dbmate rollback".
-- advice-different: See "dbmate status" on both sides.
SELECT 'dbmate' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       'applied' AS state,
       row_number() OVER (ORDER BY m.version COLLATE "C") AS _order
  FROM {relation} m
 -- under another name it is a history only if every row is a version
 WHERE {table} = 'schema_migrations'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.version !~ '^[0-9]{14}$')
