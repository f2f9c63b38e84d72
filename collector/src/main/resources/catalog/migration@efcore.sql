-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: MigrationId:character varying, ProductVersion:character varying; only or migration_id:character varying, product_version:character varying; only
-- advice-missing: Apply it to the target with "dotnet ef database update"; see "dotnet ef migrations list" first.
-- advice-unexpected: It ran only in the target: bring its class to the baseline and run "dotnet ef database update" there, or undo it with "dotnet ef database update <migration before it>".
-- advice-different: See "dotnet ef migrations list" on both sides.
SELECT 'efcore' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.id AS id_version,
       'applied' AS state,
       row_number() OVER (ORDER BY m.id COLLATE "C") AS _order,
       m.product AS _product_version
  -- the naming convention of the model also names these columns: the other two are taken from "absent"
  FROM (SELECT NULL::text AS "MigrationId", NULL::text AS migration_id,
               NULL::text AS "ProductVersion", NULL::text AS product_version) absent
 CROSS JOIN LATERAL (
       SELECT coalesce("MigrationId", migration_id) AS id, coalesce("ProductVersion", product_version) AS product
         FROM {relation} h) m
