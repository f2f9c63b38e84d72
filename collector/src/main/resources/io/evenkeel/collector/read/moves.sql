-- The rows of large catalogs that may be new since a snapshot: no older than the oldest transaction that was under way then. Of
-- each the object that it lies on, as fingerprint.sql has it, and where its like is counted, its key.
WITH namespace AS MATERIALIZED (
     SELECT n.oid, n.xmin::text::bigint AS xmin
       FROM pg_namespace n
      WHERE left(n.nspname, 8) <> 'pg_temp_'
        AND left(n.nspname, 9) <> 'pg_toast_'
     ),
     -- catalog, object, and a number that changes with the row
     since AS (SELECT age('{xid}'::xid) AS limit_age),
     row_of_relation(relid, counted, key, xid) AS (
     SELECT c.oid, 'pg_class', hashoid(c.oid)::bigint, c.xmin
       FROM pg_class c
      WHERE c.relpersistence <> 't' AND c.relnamespace <> 'pg_toast'::regnamespace AND age(c.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT DISTINCT a.attrelid, '', 0, a.xmin FROM pg_attribute a WHERE a.attnum > 0 AND age(a.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT d.adrelid, '', 0, d.xmin FROM pg_attrdef d WHERE age(d.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT k.conrelid, 'pg_constraint', hashoid(k.oid), k.xmin
       FROM pg_constraint k JOIN namespace n ON n.oid = k.connamespace WHERE k.conrelid <> 0 AND age(k.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT i.indexrelid, '', 0, i.xmin FROM pg_index i WHERE age(i.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT w.ev_class, 'pg_rewrite', hashoid(w.oid), w.xmin FROM pg_rewrite w WHERE age(w.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT t.tgrelid, 'pg_trigger', hashoid(t.oid), t.xmin FROM pg_trigger t WHERE age(t.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT p.polrelid, 'pg_policy', hashoid(p.oid), p.xmin FROM pg_policy p WHERE age(p.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT s.seqrelid, '', 0, s.xmin FROM pg_sequence s WHERE age(s.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT h.inhrelid, 'pg_inherits', hashoid(h.inhrelid)::bigint + hashoid(h.inhparent), h.xmin FROM pg_inherits h WHERE age(h.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT p.partrelid, '', 0, p.xmin FROM pg_partitioned_table p WHERE age(p.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT s.stxrelid, 'pg_statistic_ext', hashoid(s.oid), s.xmin FROM pg_statistic_ext s WHERE age(s.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT f.ftrelid, '', 0, f.xmin FROM pg_foreign_table f WHERE age(f.xmin) <= (SELECT limit_age FROM since)
     ),
     -- a comment lies on what it is about
     comment AS (
     SELECT d.objoid, d.classoid, CASE WHEN d.classoid = 'pg_class'::regclass THEN d.objoid
                                       ELSE coalesce(k.conrelid, t.tgrelid, p.polrelid, w.ev_class, s.stxrelid) END AS relid,
            hashoid(d.objoid)::bigint + hashoid(d.classoid) + d.objsubid AS key, d.xid
       FROM (SELECT d.*, d.xmin AS xid FROM pg_description d WHERE age(d.xmin) <= (SELECT limit_age FROM since) OFFSET 0) d
       LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
       LEFT JOIN pg_trigger t ON d.classoid = 'pg_trigger'::regclass AND t.oid = d.objoid
       LEFT JOIN pg_policy p ON d.classoid = 'pg_policy'::regclass AND p.oid = d.objoid
       LEFT JOIN pg_rewrite w ON d.classoid = 'pg_rewrite'::regclass AND w.oid = d.objoid
       LEFT JOIN pg_statistic_ext s ON d.classoid = 'pg_statistic_ext'::regclass AND s.oid = d.objoid
     ),
     type AS (
     SELECT t.oid, coalesce(e.typrelid, nullif(t.typrelid, 0)) AS relid, t.xid
       FROM (SELECT t.oid, t.xmin AS xid, t.typrelid, t.typelem FROM pg_type t JOIN namespace n ON n.oid = t.typnamespace WHERE age(t.xmin) <= (SELECT limit_age FROM since) OFFSET 0) t
       LEFT JOIN pg_type e ON t.typrelid = 0 AND e.oid = t.typelem AND e.typarray = t.oid AND e.typrelid <> 0
     ),
     fresh(catalog, oid, relid, counted, key, xid) AS (
     SELECT 'pg_class', r.relid, r.relid, r.counted, r.key, r.xid FROM row_of_relation r
      UNION ALL
     SELECT c.classoid::regclass::text, c.objoid, c.relid, 'pg_description', c.key, c.xid FROM comment c
      UNION ALL
     SELECT 'pg_type', t.oid, t.relid, 'pg_type', hashoid(t.oid), t.xid FROM type t
      UNION ALL
     SELECT 'pg_type', k.contypid, NULL, 'pg_constraint', hashoid(k.oid), k.xmin
       FROM pg_constraint k JOIN namespace n ON n.oid = k.connamespace WHERE k.conrelid = 0 AND age(k.xmin) <= (SELECT limit_age FROM since)
      UNION ALL
     SELECT 'pg_proc', p.oid, NULL, 'pg_proc', hashoid(p.oid), p.xmin
       FROM pg_proc p JOIN namespace n ON n.oid = p.pronamespace WHERE age(p.xmin) <= (SELECT limit_age FROM since)
     ),
-- part: rows
SELECT 'new:' || f.counted AS part,
       CASE WHEN c.relpersistence = 't' OR c.relnamespace = 'pg_toast'::regnamespace THEN 'nothing'
            WHEN c.relkind = 'c' THEN 'pg_type'
            WHEN c.oid IS NOT NULL THEN 'pg_class'
            ELSE f.catalog END AS catalog,
       CASE WHEN c.relkind = 'c' THEN c.reltype ELSE coalesce(i.indrelid, c.oid, f.oid) END::bigint AS oid,
       f.key AS mark, pg_current_snapshot()::text AS snapshot, f.xid::text::bigint AS xid
  FROM fresh f
  LEFT JOIN pg_class c ON c.oid = f.relid
  LEFT JOIN pg_index i ON i.indexrelid = c.oid
