-- description: An enum type with its labels in order
-- category: structure
-- severity: warning; comment=info
-- order: 30
-- roles: owner
-- advice-missing: Create the type in the target (CREATE TYPE ... AS ENUM) before what uses it.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: Add the labels that are missing (ALTER TYPE ... ADD VALUE); a label can be renamed but not removed.
SELECT n.nspname AS id_schema,
       t.typname AS id_type,
       ARRAY(SELECT l.enumlabel FROM pg_enum l WHERE l.enumtypid = t.oid ORDER BY l.enumsortorder) AS labels,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_roles r ON r.oid = t.typowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'e'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
