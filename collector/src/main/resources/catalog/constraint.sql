-- description: A constraint of a table: primary key, unique, foreign key, check or exclusion, with the index behind it
-- category: structure
-- severity: warning; index_options=info; comment=info
-- order: 70
-- parent: table(id_schema, id_table)
-- version-bound: definition
-- advice-missing: Add it to the target (ALTER TABLE ... ADD CONSTRAINT ... NOT VALID, then VALIDATE); look for rows that break it first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Replace it in one transaction (DROP CONSTRAINT, ADD CONSTRAINT), after a look at the rows that the stricter form refuses.
SELECT n.nspname AS id_schema,
       c.relname AS id_table,
       k.conname AS id_constraint,
       CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key'
            WHEN 'c' THEN 'check' ELSE 'exclusion' END AS type,
       pg_get_constraintdef(k.oid) AS definition,
       k.condeferrable AS deferrable,
       k.condeferred AS deferred,
       k.convalidated AS validated,
       i.indisvalid AS index_valid,
       ARRAY(SELECT o FROM unnest(ic.reloptions) AS o ORDER BY o COLLATE "C") AS index_options,
       d.description AS comment
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
 -- constraint triggers ('t') are triggers, PostgreSQL 18's not-null constraints ('n') are the column's not_null
 WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
   -- a partition's copies of its parent's constraints, and what a child only inherits, say nothing new
   AND k.conparentid = 0
   AND k.conislocal
   AND c.relkind IN ('r', 'p', 'f')
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
