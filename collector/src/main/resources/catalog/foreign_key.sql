-- description: A foreign key
-- category: structure
-- severity: warning; missing=critical; triggers_disabled=critical; comment=info
-- order: 75
-- refresh: by relation; follow pg_type
-- parent: table(id_schema, id_table)
-- advice-missing: Add it to the target (ALTER TABLE ... ADD CONSTRAINT ... NOT VALID, then VALIDATE CONSTRAINT); look for rows without a match first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Replace it in one transaction (DROP CONSTRAINT, ADD CONSTRAINT ... NOT VALID), then VALIDATE CONSTRAINT. Disabled triggers let every row through: ALTER TABLE ... ENABLE TRIGGER ALL, then look for rows without a match.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       k.conname AS id_constraint,
       ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY AS key(attnum, at)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = key.attnum ORDER BY key.at) AS columns,
       format('%I.%I', fn.nspname, fc.relname) AS referenced_table,
       ARRAY(SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY AS key(attnum, at)
               JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.attnum ORDER BY key.at) AS referenced_columns,
       CASE k.confupdtype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
            WHEN 'n' THEN 'set null' ELSE 'set default' END AS on_update,
       CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
            WHEN 'n' THEN 'set null' ELSE 'set default' END AS on_delete,
       ARRAY(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.confdelsetcols) ORDER BY a.attname COLLATE "C") AS on_delete_columns, -- since 15
       '{}'::text[] AS on_delete_columns, -- before 15
       CASE k.confmatchtype WHEN 'f' THEN 'full' WHEN 'p' THEN 'partial' ELSE 'simple' END AS match,
       k.conperiod AS period, -- since 18
       false AS period, -- before 18
       k.condeferrable AS deferrable,
       k.condeferred AS deferred,
       k.convalidated AS validated,
       k.conenforced AS enforced, -- since 18
       true AS enforced, -- before 18
       EXISTS (SELECT FROM pg_trigger t
                WHERE t.tgconstraint = k.oid AND t.tgisinternal AND t.tgenabled IN ('D', 'R')) AS triggers_disabled,
       d.description AS comment
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class fc ON fc.oid = k.confrelid
  JOIN pg_namespace fn ON fn.oid = fc.relnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
 WHERE k.contype = 'f'
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
