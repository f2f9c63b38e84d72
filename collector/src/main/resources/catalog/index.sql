-- description: An index that no constraint owns
-- category: structure
-- severity: warning; comment=info; clustered=info
-- order: 80
-- parent: _relation_kind(id_schema, id_relation)
-- version-bound: definition
-- advice-missing: Create it in the target (CREATE INDEX CONCURRENTLY).
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target (DROP INDEX CONCURRENTLY).
-- advice-different: Build the wanted form under a new name (CREATE INDEX CONCURRENTLY), drop the old one, rename. An invalid index: REINDEX INDEX CONCURRENTLY.
SELECT n.nspname AS id_schema,
       c.relname AS id_relation,
       ic.relname AS id_index,
       CASE c.relkind WHEN 'm' THEN 'materialized_view' ELSE 'table' END AS _relation_kind,
       pg_get_indexdef(i.indexrelid) AS definition,
       am.amname AS access_method,
       i.indisunique AS "unique",
       i.indisvalid AS valid,
       i.indisclustered AS clustered,
       d.description AS comment
  FROM pg_index i
  JOIN pg_class ic ON ic.oid = i.indexrelid
  JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_am am ON am.oid = ic.relam
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = ic.oid AND d.objsubid = 0
 WHERE c.relkind IN ('r', 'p', 'm')
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   -- a partition's part of its parent's index has a name of the server's choice
   AND NOT ic.relispartition
   AND NOT EXISTS (SELECT FROM pg_constraint k
                    WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid IN (c.oid, ic.oid) AND e.deptype = 'e')
