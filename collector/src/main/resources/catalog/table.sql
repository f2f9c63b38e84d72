-- description: A table: ordinary, partitioned or foreign
-- category: structure
-- severity: warning; missing=critical; row_security=critical; row_security_forced=critical; options=info; comment=info
-- order: 50
-- version-bound: partition_key, partition_bound
-- advice-missing: Apply the migration that creates it to the target.
-- advice-unexpected: Find who made it in the target; add it to the baseline by a migration, or drop it after a look at its rows.
-- advice-different: Align it by a migration (ALTER TABLE); check row level security first, it decides who reads what.
SELECT n.nspname AS id_schema,
       c.relname AS id_table,
       CASE c.relkind WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' ELSE 'ordinary' END AS type,
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
       am.amname AS access_method,
       ARRAY(SELECT both_options.o
               FROM (SELECT o FROM unnest(c.reloptions) AS o
                      UNION ALL
                     SELECT 'toast.' || o FROM pg_class toast, unnest(toast.reloptions) AS o
                      WHERE toast.oid = c.reltoastrelid) AS both_options(o)
              ORDER BY both_options.o COLLATE "C") AS options,
       CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'd' THEN 'default'
            ELSE 'index ' || coalesce((SELECT quote_ident(ic.relname) FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
                                        WHERE i.indrelid = c.oid AND i.indisreplident), '') END AS replica_identity,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS row_security_forced,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
       ARRAY(SELECT format('%I.%I', pn.nspname, pc.relname)
               FROM pg_inherits h
               JOIN pg_class pc ON pc.oid = h.inhparent
               JOIN pg_namespace pn ON pn.oid = pc.relnamespace
              WHERE h.inhrelid = c.oid
              ORDER BY h.inhseqno) AS inherits,
       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
       fs.srvname AS foreign_server,
       ARRAY(SELECT o.option_name FROM pg_options_to_table(ft.ftoptions) AS o
              ORDER BY o.option_name COLLATE "C") AS foreign_option_names,
       d.description AS comment,
       r.rolname AS _owner
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
  LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind IN ('r', 'p', 'f')
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
