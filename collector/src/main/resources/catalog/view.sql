-- description: A view: its query and whose rights it reads with
-- category: structure
-- severity: warning; security_invoker=critical; security_barrier=critical; comment=info
-- order: 100
-- refresh: by relation
-- roles: owner
-- free-text: definition
-- version-bound: definition
-- advice-missing: Apply the migration that creates it to the target, or CREATE VIEW with the baseline's definition.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing reads it.
-- advice-different: Bring both to one definition by a migration (CREATE OR REPLACE VIEW). Without security_invoker a view reads with its owner's rights and passes by row level security.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_view,
       pg_get_viewdef(c.oid) AS definition,
       coalesce((SELECT o.option_value::boolean FROM pg_options_to_table(c.reloptions) AS o WHERE o.option_name = 'security_invoker'), false) AS security_invoker, -- since 15
       false AS security_invoker, -- before 15
       coalesce((SELECT o.option_value::boolean FROM pg_options_to_table(c.reloptions) AS o
                  WHERE o.option_name = 'security_barrier'), false) AS security_barrier,
       (SELECT o.option_value FROM pg_options_to_table(c.reloptions) AS o
         WHERE o.option_name = 'check_option') AS check_option,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind = 'v'
   AND c.oid = ANY ({relations}) -- by relation
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
