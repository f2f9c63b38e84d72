-- The rows of large catalogs that may be new since a snapshot: no older than the oldest transaction that was under way then. Of
-- each the object that it lies on, as fingerprint.sql has it, and where its like is counted, its key. Each catalog is gone
-- through once, for its new rows and their count.
     -- what is not counted. A default is made, changed and dropped with its column's row; and the rows are so many that nothing
     -- but xmin is asked of them: system columns come and go with their relation
     row_of_relation(relid, xid) AS (
     SELECT DISTINCT a.attrelid, a.xmin FROM pg_attribute a WHERE age(a.xmin) <= {age}
      UNION ALL
     SELECT i.indexrelid, i.xmin FROM pg_index i WHERE age(i.xmin) <= {age}
      UNION ALL
     SELECT s.seqrelid, s.xmin FROM pg_sequence s WHERE age(s.xmin) <= {age}
      UNION ALL
     SELECT p.partrelid, p.xmin FROM pg_partitioned_table p WHERE age(p.xmin) <= {age}
      UNION ALL
     SELECT f.ftrelid, f.xmin FROM pg_foreign_table f WHERE age(f.xmin) <= {age}
     ),
     counted(catalog, one, other, key, xid) AS (
     SELECT h.catalog, h.fresh[at][1]::oid, h.fresh[at][2]::oid, h.fresh[at][3], h.fresh[at][4]
       FROM held h CROSS JOIN generate_subscripts(h.fresh, 1) AS at
     ),
     -- catalog, object, and the relation that it lies on
     fresh(catalog, oid, relid, counted, key, xid) AS (
     SELECT 'pg_class', r.relid, r.relid, '', 0, r.xid::text::bigint FROM row_of_relation r
      UNION ALL
     SELECT 'pg_class', c.one, c.one, c.catalog, c.key, c.xid
       FROM counted c WHERE c.catalog NOT IN ('pg_description', 'pg_type', 'pg_constraint', 'pg_proc')
      UNION ALL
     SELECT c.catalog, c.one, NULL, c.catalog, c.key, c.xid
       FROM counted c WHERE c.catalog = 'pg_proc'
      UNION ALL
     SELECT 'pg_type', k.contypid, nullif(k.conrelid, 0), c.catalog, c.key, c.xid
       FROM counted c
       JOIN LATERAL (SELECT k.contypid, k.conrelid FROM pg_constraint k WHERE k.oid = c.one OFFSET 0) k ON true
      WHERE c.catalog = 'pg_constraint'
      UNION ALL
     -- the array of a row type lies with it
     SELECT c.catalog, c.one, t.relid, c.catalog, c.key, c.xid
       FROM counted c
       JOIN LATERAL (SELECT nullif(coalesce(e.typrelid, t.typrelid), 0) AS relid
                       FROM pg_type t LEFT JOIN pg_type e ON t.typrelid = 0 AND e.oid = t.typelem AND e.typarray = t.oid
                      WHERE t.oid = c.one OFFSET 0) t ON true
      WHERE c.catalog = 'pg_type'
      UNION ALL
     SELECT c.one::regclass::text, c.other,
            CASE c.one WHEN 'pg_class'::regclass THEN c.other
                       WHEN 'pg_constraint'::regclass THEN (SELECT nullif(k.conrelid, 0) FROM pg_constraint k WHERE k.oid = c.other)
                       WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = c.other)
                       WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = c.other)
                       WHEN 'pg_rewrite'::regclass THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = c.other)
                       WHEN 'pg_statistic_ext'::regclass THEN (SELECT s.stxrelid FROM pg_statistic_ext s WHERE s.oid = c.other) END,
            c.catalog, c.key, c.xid
       FROM counted c WHERE c.catalog = 'pg_description'
     )
-- part: rows
SELECT 'new:' || f.counted AS part,
       CASE WHEN c.relpersistence = 't' OR c.relnamespace = 'pg_toast'::regnamespace THEN 'nothing'
            WHEN c.relkind = 'c' THEN 'pg_type'
            WHEN c.oid IS NOT NULL THEN 'pg_class'
            ELSE f.catalog END AS catalog,
       CASE WHEN c.relkind = 'c' THEN c.reltype ELSE coalesce(c.indrelid, c.oid, f.oid) END::bigint AS oid,
       f.key AS mark, pg_current_snapshot()::text AS snapshot, f.xid
  FROM fresh f
  LEFT JOIN LATERAL (SELECT c.oid, c.relkind, c.relpersistence, c.relnamespace, c.reltype,
                            (SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = c.oid) AS indrelid
                       FROM pg_class c WHERE c.oid = f.relid OFFSET 0) c ON true
