-- description: A row level security policy: who may see or write which rows
-- category: security
-- severity: critical; comment=info
-- order: 130
-- refresh: by relation
-- parent: table(id_schema, id_table)
-- roles: roles
-- free-text: using, check
-- version-bound: using, check
-- advice-missing: Apply the migration that creates it to the target at once: without it rows are hidden or, where row level security is off, open.
-- advice-unexpected: Find who made it in the target: it may open rows. Add it to the baseline by a migration, or drop it.
-- advice-different: Bring both to one definition by a migration (ALTER POLICY, or DROP and CREATE POLICY in one transaction).
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       p.polname AS id_policy,
       CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete'
            ELSE 'all' END AS command,
       p.polpermissive AS permissive,
       ARRAY(SELECT coalesce(r.rolname::text, 'public')
               FROM unnest(p.polroles) AS role(id) LEFT JOIN pg_roles r ON r.oid = role.id
              WHERE role.id = 0 OR r.oid IS NOT NULL
              ORDER BY coalesce(r.rolname::text, 'public') COLLATE "C") AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS "using",
       pg_get_expr(p.polwithcheck, p.polrelid) AS "check",
       d.description AS comment
  FROM pg_policy p
  JOIN pg_class c ON c.oid = p.polrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_policy'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE c.relpersistence <> 't'
   AND c.oid = ANY ({relations}) -- by relation
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
