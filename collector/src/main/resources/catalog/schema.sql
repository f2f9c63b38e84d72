-- description: A schema, the namespace of tables, views, functions and types
-- category: structure
-- severity: warning; comment=info
-- order: 20
-- advice-missing: Create it in the target (CREATE SCHEMA), with the migration that made it in the baseline.
-- advice-unexpected: Find who made it in the target; move it into a migration or drop it once it is empty.
-- advice-different: Set the comment by a migration, so that both sides say the same.
SELECT n.nspname AS id_schema,
       d.description AS comment,
       r.rolname AS _owner
  FROM pg_namespace n
  LEFT JOIN pg_roles r ON r.oid = n.nspowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = n.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
