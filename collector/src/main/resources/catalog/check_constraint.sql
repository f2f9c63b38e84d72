-- description: A check constraint of a table
-- category: structure
-- severity: warning; comment=info
-- order: 72
-- refresh: by relation; follow pg_type
-- parent: table(id_schema, id_table)
-- free-text: expression
-- version-bound: expression
-- advice-missing: Add it to the target (ALTER TABLE ... ADD CONSTRAINT ... NOT VALID, then VALIDATE CONSTRAINT); look for rows that break it first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Replace it in one transaction (DROP CONSTRAINT, ADD CONSTRAINT ... NOT VALID), then VALIDATE CONSTRAINT, after a look at the rows that the stricter form refuses.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       k.conname AS id_constraint,
       pg_get_expr(k.conbin, k.conrelid) AS expression,
       NOT k.connoinherit AS inherit,
       k.convalidated AS validated,
       k.conenforced AS enforced, -- since 18
       true AS enforced, -- before 18
       d.description AS comment
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
 WHERE k.contype = 'c'
   AND c.oid = ANY ({relations}) -- by relation
   -- a partition's copies of its parent's constraints, and what a child only inherits, say nothing new
   AND k.conparentid = 0
   AND k.conislocal
   AND c.relkind IN ('r', 'p', 'f')
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
