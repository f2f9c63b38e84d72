-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: version_num:character varying; only
-- advice-missing: The target has no version table: run "alembic upgrade head" there, or "alembic stamp <revision>" where the schema is already as it should be.
-- advice-unexpected: The baseline has no version table: run "alembic upgrade head" there, or "alembic stamp <revision>" where the schema is already as it should be.
-- advice-different: The heads differ: see "alembic current" and "alembic history", then "alembic upgrade heads" where revisions are missing. Several heads: join them with "alembic merge heads".
SELECT 'alembic' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       -- the table holds only where each branch stands, so that one object is all that can be told
       'heads' AS id_version,
       coalesce(array_agg(m.version_num::text ORDER BY m.version_num COLLATE "C"), '{}') AS versions,
       CASE count(*) WHEN 0 THEN 'no head' WHEN 1 THEN 'one head' ELSE 'several heads' END AS state,
       'heads only' AS _precision
  FROM {relation} m
