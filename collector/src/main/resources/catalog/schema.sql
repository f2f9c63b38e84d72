-- description: A schema, the namespace of tables, views, functions and types
-- category: structure
-- severity: warning; comment=info
-- order: 20
-- roles: owner
-- advice-missing: Create it in the target (CREATE SCHEMA), with the migration that made it in the baseline.
-- advice-unexpected: Find who made it in the target; move it into a migration or drop it once it is empty.
-- advice-different: Set owner and comment by a migration, so that both sides say the same.
SELECT n.nspname AS id_schema,
       -- what the server itself chose for public changed with 15
       CASE WHEN n.nspname <> 'public' OR n.nspowner <> 6171 THEN r.rolname END AS owner, -- since 15
       CASE WHEN n.nspname <> 'public' OR n.nspowner <> 10 THEN r.rolname END AS owner, -- before 15
       d.description AS comment
  FROM pg_namespace n
  LEFT JOIN pg_roles r ON r.oid = n.nspowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = n.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
