-- description: A table: ordinary, partitioned or foreign
-- category: structure
-- severity: warning; missing=critical; row_security=critical; row_security_forced=critical; inherited_triggers_disabled=critical; inherited_comments=info; options=info; comment=info
-- order: 50
-- refresh: by relation; follow pg_collation, pg_opclass, pg_foreign_server
-- roles: owner
-- redact: foreign_options except schema_name, table_name, updatable, truncatable, fetch_size, batch_size
-- free-text: partition_expressions
-- version-bound: partition_expressions
-- advice-missing: Apply the migration that creates it to the target.
-- advice-unexpected: Find who made it in the target; add it to the baseline by a migration, or drop it after a look at its rows.
-- advice-different: Align it by a migration (ALTER TABLE); check row level security first, it decides who reads what.
WITH copy AS (
     -- a constraint that a table has from its parent, as the partitions of a partitioned table have
     SELECT k.oid, k.conrelid, k.conname,
            k.conenforced <> p.conenforced AS enforced_differs, k.conenforced, -- since 18
            false AS enforced_differs, true AS conenforced, -- before 18
            k.convalidated <> p.convalidated AS validated_differs, k.convalidated
       FROM pg_constraint k
       JOIN pg_constraint p ON p.oid = k.conparentid
      WHERE k.conparentid <> 0
        AND k.conrelid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT k.oid, k.conrelid, k.conname,
            k.conenforced <> p.conenforced, k.conenforced, -- since 18
            false, true, -- before 18
            k.convalidated <> p.convalidated, k.convalidated
       FROM pg_inherits h
       JOIN pg_constraint k ON k.conrelid = h.inhrelid AND k.contype = 'c' AND NOT k.conislocal
       JOIN pg_constraint p ON p.conrelid = h.inhparent AND p.contype = 'c' AND p.conname = k.conname
      WHERE k.conparentid = 0
        AND h.inhrelid = ANY ({relations}) -- by relation
     ),
     otherwise AS (
     -- where it is not as the parent's
     SELECT conrelid AS relid, quote_ident(conname) || CASE WHEN conenforced THEN ' enforced' ELSE ' not enforced' END AS state
       FROM copy WHERE enforced_differs
      UNION
     SELECT conrelid, quote_ident(conname) || CASE WHEN convalidated THEN ' validated' ELSE ' not validated' END
       FROM copy WHERE validated_differs
     ),
     inherited AS (
     SELECT o.relid, array_agg(o.state ORDER BY o.state COLLATE "C") AS states
       FROM otherwise o
      GROUP BY o.relid
     ),
     disabled AS (
     SELECT t.tgrelid AS relid, array_agg(DISTINCT k.conname ORDER BY k.conname) AS constraints
       FROM pg_trigger t
       JOIN pg_constraint k ON k.oid = t.tgconstraint
      WHERE t.tgisinternal AND t.tgenabled IN ('D', 'R') AND k.contype = 'f' AND k.conparentid <> 0
        AND t.tgrelid = ANY ({relations}) -- by relation
        AND NOT EXISTS (SELECT FROM pg_trigger pt
                         WHERE pt.tgconstraint = k.conparentid AND pt.tgisinternal AND pt.tgenabled IN ('D', 'R'))
      GROUP BY t.tgrelid
     ),
     inherited_comment AS (
     SELECT copy.conrelid AS relid, array_agg(copy.conname || ': ' || d.description ORDER BY copy.conname COLLATE "C") AS comments
       FROM (SELECT DISTINCT oid, conrelid, conname FROM copy) copy
       JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = copy.oid AND d.objsubid = 0
      GROUP BY copy.conrelid
     )
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       CASE c.relkind WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' ELSE 'ordinary' END AS type,
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
       am.amname AS access_method,
       ts.spcname AS tablespace,
       ARRAY(SELECT both_options.o
               FROM (SELECT o FROM unnest(c.reloptions) AS o
                      UNION ALL
                     SELECT 'toast.' || o FROM pg_class toast, unnest(toast.reloptions) AS o
                      WHERE toast.oid = c.reltoastrelid) AS both_options(o)
              ORDER BY both_options.o COLLATE "C") AS options,
       CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'd' THEN 'default'
            ELSE 'index ' || coalesce((SELECT quote_ident(ic.relname) FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
                                        WHERE i.indrelid = c.oid AND i.indisreplident), '') END AS replica_identity,
       -- compared as the index's own attribute
       (SELECT ic.relname FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
         WHERE i.indrelid = c.oid AND i.indisclustered) AS _clustered_on,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS row_security_forced,
       CASE pt.partstrat WHEN 'r' THEN 'range' WHEN 'l' THEN 'list' WHEN 'h' THEN 'hash' END AS partition_strategy,
       keys.keys AS partition_key,
       pg_get_expr(pt.partexprs, c.oid) AS partition_expressions,
       -- a partition's parent is the kind partition's
       CASE WHEN c.relispartition THEN '{}'::text[]
            ELSE ARRAY(SELECT format('%I.%I', pn.nspname, pc.relname)
                         FROM pg_inherits h
                         JOIN pg_class pc ON pc.oid = h.inhparent
                         JOIN pg_namespace pn ON pn.oid = pc.relnamespace
                        WHERE h.inhrelid = c.oid
                        ORDER BY h.inhseqno) END AS inherits,
       coalesce(inherited.states, '{}') AS inherited_constraints,
       coalesce(disabled.constraints, '{}') AS inherited_triggers_disabled,
       coalesce(inherited_comment.comments, '{}') AS inherited_comments,
       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
       fs.srvname AS foreign_server,
       ARRAY(SELECT o FROM unnest(ft.ftoptions) AS o ORDER BY o COLLATE "C") AS foreign_options,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
  LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
  LEFT JOIN pg_partitioned_table pt ON pt.partrelid = c.oid
  LEFT JOIN inherited ON inherited.relid = c.oid
  LEFT JOIN disabled ON disabled.relid = c.oid
  LEFT JOIN inherited_comment ON inherited_comment.relid = c.oid
  LEFT JOIN LATERAL (
       SELECT array_agg(concat_ws(' ', coalesce(quote_ident(a.attname), '(expression)'),
                                  CASE WHEN pt.partcollation[k.at] <> coalesce(a.attcollation, co.oid)
                                       THEN format('COLLATE %I.%I', cn.nspname, co.collname) END,
                                  CASE WHEN NOT oc.opcdefault THEN format('%I.%I', ocn.nspname, oc.opcname) END)
                        ORDER BY k.at) AS keys
         FROM generate_series(0, pt.partnatts - 1) AS k(at)
         LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = pt.partattrs[k.at] AND a.attnum > 0
         LEFT JOIN pg_collation co ON co.oid = pt.partcollation[k.at]
         LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
         LEFT JOIN pg_opclass oc ON oc.oid = pt.partclass[k.at]
         LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
       ) keys ON pt.partrelid IS NOT NULL
 WHERE c.relkind IN ('r', 'p', 'f')
   AND c.oid = ANY ({relations}) -- by relation
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
