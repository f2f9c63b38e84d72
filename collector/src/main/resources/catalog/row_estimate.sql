-- description: How many rows and bytes the planner believes a table has, or how many rows were counted; drift only where a row-tolerance is set
-- category: data
-- severity: warning; missing=info; unexpected=info
-- order: 1000
-- refresh: always; by relation
-- advice-different: Rows that should be equal are not: look for a seed, a job or a copy that ran on one side only, or widen the row-tolerance.
-- parent: table(id_schema, id_table)
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       -- -1 is "never counted"; before 14 that was 0 rows in 0 pages
       CASE WHEN c.reltuples < 0 THEN NULL
            WHEN c.relpages = 0 AND current_setting('server_version_num')::integer < 140000 THEN NULL
            ELSE c.reltuples::bigint END AS _rows,
       -- of the table alone, as large as it was when it was last vacuumed or analysed
       CASE WHEN c.relpages > 0 THEN c.relpages * current_setting('block_size')::bigint END AS _bytes
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f')
   AND c.oid = ANY ({relations}) -- by relation
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
