-- description: A publication: which changes of which tables logical replication sends
-- category: server
-- severity: warning; row_filters=critical; column_lists=critical; comment=info
-- order: 160
-- refresh: follow pg_class
-- roles: owner
-- version-bound: row_filters
-- free-text: row_filters
-- advice-missing: Create it in the target (CREATE PUBLICATION), then refresh the subscriptions that use it.
-- advice-unexpected: Drop it from the target if nobody subscribes to it, or create it in the baseline by a migration.
-- advice-different: Align it by a migration (ALTER PUBLICATION), then ALTER SUBSCRIPTION ... REFRESH PUBLICATION where it is used.
SELECT p.pubname AS id_publication,
       p.puballtables AS all_tables,
       array_remove(ARRAY[CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                          CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END],
                    NULL) AS operations,
       p.pubviaroot AS via_root,
       CASE p.pubgencols WHEN 's' THEN 'stored' WHEN 'n' THEN 'none' ELSE p.pubgencols::text END AS generated_columns, -- since 18
       'none' AS generated_columns, -- before 18
       ARRAY(SELECT format('%I.%I', n.nspname, c.relname)
               FROM pg_publication_rel x
               JOIN pg_class c ON c.oid = x.prrelid
               JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE x.prpubid = p.oid
              ORDER BY n.nspname, c.relname) AS tables,
       ARRAY(SELECT format('%I.%I(%s)', n.nspname, c.relname, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (x.prattrs::smallint[]))) -- since 15
               FROM pg_publication_rel x -- since 15
               JOIN pg_class c ON c.oid = x.prrelid -- since 15
               JOIN pg_namespace n ON n.oid = c.relnamespace -- since 15
              WHERE x.prpubid = p.oid AND x.prattrs IS NOT NULL -- since 15
              ORDER BY n.nspname, c.relname) AS column_lists, -- since 15
       '{}'::text[] AS column_lists, -- before 15
       ARRAY(SELECT format('%I.%I: %s', n.nspname, c.relname, pg_get_expr(x.prqual, x.prrelid)) -- since 15
               FROM pg_publication_rel x -- since 15
               JOIN pg_class c ON c.oid = x.prrelid -- since 15
               JOIN pg_namespace n ON n.oid = c.relnamespace -- since 15
              WHERE x.prpubid = p.oid AND x.prqual IS NOT NULL -- since 15
              ORDER BY n.nspname, c.relname) AS row_filters, -- since 15
       '{}'::text[] AS row_filters, -- before 15
       ARRAY(SELECT n.nspname::text -- since 15
               FROM pg_publication_namespace x -- since 15
               JOIN pg_namespace n ON n.oid = x.pnnspid -- since 15
              WHERE x.pnpubid = p.oid -- since 15
              ORDER BY n.nspname) AS schemas, -- since 15
       '{}'::text[] AS schemas, -- before 15
       r.rolname AS owner,
       d.description AS comment
  FROM pg_publication p
  LEFT JOIN pg_roles r ON r.oid = p.pubowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_publication'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_publication'::regclass AND e.objid = p.oid AND e.deptype = 'e')
