-- description: A domain: a type with a default and constraints of its own
-- category: structure
-- severity: warning; not_null_name=info; not_null_comment=info; comment=info
-- order: 33
-- refresh: follow pg_class, pg_collation
-- version-bound: default
-- roles: owner
-- free-text: default
-- advice-missing: Create the domain in the target (CREATE DOMAIN) before what uses it.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: Align it by a migration (ALTER DOMAIN); the type or collation of a domain cannot be changed in place.
SELECT n.nspname AS id_schema,
       t.typname AS id_domain,
       format_type(t.typbasetype, t.typtypmod) AS type,
       -- typdefault is text of the day it was written: it depends on the search_path of then
       pg_get_expr(t.typdefaultbin, 0) AS "default",
       t.typnotnull AS not_null,
       -- a name that ends otherwise than those that the server chooses
       CASE WHEN nn.conname !~ '_not_null[0-9]*$' THEN nn.conname END AS not_null_name, -- since 17
       nd.description AS not_null_comment, -- since 17
       CASE WHEN t.typcollation <> b.typcollation THEN format('%I.%I', cn.nspname, co.collname) END AS collation,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_type t
  JOIN pg_type b ON b.oid = t.typbasetype
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_constraint nn ON nn.contypid = t.oid AND nn.contype = 'n' -- since 17
  LEFT JOIN pg_description nd ON nd.classoid = 'pg_constraint'::regclass AND nd.objoid = nn.oid AND nd.objsubid = 0 -- since 17
  LEFT JOIN pg_collation co ON co.oid = t.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  LEFT JOIN pg_roles r ON r.oid = t.typowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'd'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
