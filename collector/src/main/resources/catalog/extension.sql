-- description: An installed extension; what it owns belongs to it and is not compared one by one
-- category: structure
-- severity: warning; relocatable=info; comment=info
-- order: 10
-- roles: owner
-- advice-missing: Install it in the target (CREATE EXTENSION), in the same schema and version.
-- advice-unexpected: Drop it from the target, or install it in the baseline by a migration.
-- advice-different: Bring both sides to one version (ALTER EXTENSION ... UPDATE) or schema (ALTER EXTENSION ... SET SCHEMA).
SELECT e.extname AS id_extension,
       e.extversion AS version,
       n.nspname AS schema,
       e.extrelocatable AS relocatable,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace
  LEFT JOIN pg_roles r ON r.oid = e.extowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_extension'::regclass AND d.objoid = e.oid AND d.objsubid = 0
