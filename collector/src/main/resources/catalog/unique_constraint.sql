-- description: A unique constraint, with the index behind it
-- category: structure
-- severity: warning; index_valid=critical; index_options=info; index_clustered=info; index_tablespace=info; index_comment=info; comment=info
-- order: 71
-- refresh: by relation; follow pg_type
-- parent: table(id_schema, id_table)
-- advice-missing: Add it to the target (CREATE UNIQUE INDEX CONCURRENTLY, then ALTER TABLE ... ADD CONSTRAINT ... UNIQUE USING INDEX); look for duplicates first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Replace it in one transaction (DROP CONSTRAINT, ADD CONSTRAINT ... USING INDEX). An invalid index: REINDEX INDEX CONCURRENTLY.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       k.conname AS id_constraint,
       ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY AS key(attnum, at)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = key.attnum ORDER BY key.at) AS columns,
       CASE WHEN i.indnatts = i.indnkeyatts THEN '{}'::text[]
            ELSE ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS key(attnum, at)
                         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.attnum
                        WHERE key.at > i.indnkeyatts ORDER BY a.attname COLLATE "C") END AS include,
       i.indnullsnotdistinct AS nulls_not_distinct, -- since 15
       false AS nulls_not_distinct, -- before 15
       k.conperiod AS without_overlaps, -- since 18
       false AS without_overlaps, -- before 18
       k.condeferrable AS deferrable,
       k.condeferred AS deferred,
       i.indisvalid AS index_valid,
       i.indisclustered AS index_clustered,
       ARRAY(SELECT o FROM unnest(ic.reloptions) AS o ORDER BY o COLLATE "C") AS index_options,
       ts.spcname AS index_tablespace,
       di.description AS index_comment,
       d.description AS comment
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_index i ON i.indexrelid = k.conindid
  JOIN pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
  LEFT JOIN pg_description di ON di.classoid = 'pg_class'::regclass AND di.objoid = ic.oid AND di.objsubid = 0
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
 WHERE k.contype = 'u'
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
