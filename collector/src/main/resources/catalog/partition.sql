-- description: What makes a table a partition: of which table, and of which values
-- category: structure
-- severity: warning; missing=critical
-- order: 65
-- refresh: by relation
-- parent: table(id_schema, id_table)
-- advice-missing: Attach the table in the target (ALTER TABLE ... ATTACH PARTITION ... FOR VALUES ...); until then its rows are not found through the parent.
-- advice-unexpected: Detach it in the target (ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY), or attach it in the baseline by a migration.
-- advice-different: Detach and attach it with the baseline's bounds; rows that do not fit have to move first. A pending detach: ALTER TABLE ... DETACH PARTITION ... FINALIZE.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       format('%I.%I', pn.nspname, pc.relname) AS attached_to,
       pg_get_expr(c.relpartbound, c.oid) AS bounds,
       h.inhdetachpending AS detach_pending, -- since 14
       false AS detach_pending, -- before 14
       pt.partdefid = c.oid AS is_default
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_inherits h ON h.inhrelid = c.oid
  JOIN pg_class pc ON pc.oid = h.inhparent
  JOIN pg_namespace pn ON pn.oid = pc.relnamespace
  LEFT JOIN pg_partitioned_table pt ON pt.partrelid = pc.oid
 WHERE c.relispartition
   AND c.oid = ANY ({relations}) -- by relation
   AND c.relkind IN ('r', 'p', 'f')
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
