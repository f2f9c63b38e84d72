-- description: A materialized view: its query and whether it holds rows
-- category: structure
-- severity: warning; options=info; tablespace=info; depends_on_extensions=info; comment=info
-- order: 110
-- refresh: by relation
-- roles: owner
-- free-text: definition
-- version-bound: definition
-- advice-missing: Apply the migration that creates it to the target, then REFRESH MATERIALIZED VIEW.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing reads it.
-- advice-different: Drop and create it with one definition by a migration; where only populated differs, REFRESH MATERIALIZED VIEW.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_view,
       pg_get_viewdef(c.oid) AS definition,
       c.relispopulated AS populated,
       am.amname AS access_method,
       ts.spcname AS tablespace,
       ARRAY(SELECT both_options.o
               FROM (SELECT o FROM unnest(c.reloptions) AS o
                      UNION ALL
                     SELECT 'toast.' || o FROM pg_class toast, unnest(toast.reloptions) AS o
                      WHERE toast.oid = c.reltoastrelid) AS both_options(o)
              ORDER BY both_options.o COLLATE "C") AS options,
       ARRAY(SELECT x.extname::text FROM pg_depend xd JOIN pg_extension x ON x.oid = xd.refobjid
              WHERE xd.classid = 'pg_class'::regclass AND xd.objid = c.oid
                AND xd.refclassid = 'pg_extension'::regclass AND xd.deptype = 'x'
              ORDER BY x.extname::text COLLATE "C") AS depends_on_extensions,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind = 'm'
   AND c.oid = ANY ({relations}) -- by relation
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
