-- description: A check constraint of a domain
-- category: structure
-- severity: warning; comment=info
-- order: 98
-- refresh: follow pg_class
-- parent: domain(id_schema, id_domain)
-- version-bound: definition
-- free-text: definition
-- advice-missing: Add it to the target (ALTER DOMAIN ... ADD CONSTRAINT ... NOT VALID, then VALIDATE); look for values that break it first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Replace it in one transaction (ALTER DOMAIN ... DROP CONSTRAINT, ADD CONSTRAINT), after a look at the values that the stricter form refuses.
SELECT n.nspname AS id_schema,
       t.typname AS id_domain,
       k.conname AS id_constraint,
       pg_get_expr(k.conbin, 0) AS definition,
       k.convalidated AS validated,
       d.description AS comment
  FROM pg_constraint k
  JOIN pg_type t ON t.oid = k.contypid
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
 -- since 17 not null is a constraint too: the domain's not_null
 WHERE k.contype = 'c'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
