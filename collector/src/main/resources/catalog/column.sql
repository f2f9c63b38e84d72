-- description: A column of a table, view or materialized view
-- category: structure
-- severity: warning; position=info; storage=info; compression=info; statistics=info; options=info; not_null_name=info; not_null_comment=info; declared=info; comment=info
-- order: 60
-- refresh: by relation; follow pg_type, pg_collation
-- parent: _relation_kind(id_schema, id_table)
-- redact: foreign_options except column_name
-- free-text: default, generation_expression
-- version-bound: default, generation_expression
-- advice-missing: Add it to the target by the migration that added it in the baseline (ALTER TABLE ... ADD COLUMN).
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing reads it.
-- advice-different: Align it by a migration (ALTER TABLE ... ALTER COLUMN); a change of type may rewrite the table.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       a.attname AS id_column,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view' ELSE 'table' END AS _relation_kind,
       format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AS not_null,
       coalesce(nn.convalidated, true) AS not_null_validated, -- since 18
       true AS not_null_validated, -- before 18
       NOT coalesce(nn.connoinherit, false) AS not_null_inherit, -- since 18
       true AS not_null_inherit, -- before 18
       -- names of the server's choice, which keep what the table or column was called once, say nothing
       CASE WHEN nn.conislocal AND nn.conname !~ '_not_null[0-9]*$' THEN nn.conname END AS not_null_name, -- since 18
       a.attgenerated = '' AND ad.oid IS NOT NULL AS has_default,
       -- a default names no column; with the table's OID the server would make names for all of its columns, each time
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(ad.adbin, 0) END AS "default",
       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
       CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS generated,
       CASE WHEN a.attgenerated <> '' THEN pg_get_expr(ad.adbin, ad.adrelid) END AS generation_expression,
       CASE WHEN a.attcollation <> t.typcollation THEN format('%I.%I', cn.nspname, co.collname) END AS collation,
       CASE WHEN a.attstorage = t.typstorage THEN 'default'
            ELSE CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END
            END AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression, -- since 14
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
       -- pg_attver is the server's own mark on every column and moves by itself
       CASE WHEN a.attoptions IS NULL THEN '{}'::text[]
            ELSE ARRAY(SELECT o FROM unnest(a.attoptions) AS o
                        WHERE split_part(o, '=', 1) <> 'pg_attver' ORDER BY o COLLATE "C") END AS options,
       CASE WHEN a.attfdwoptions IS NULL THEN '{}'::text[]
            ELSE ARRAY(SELECT o FROM unnest(a.attfdwoptions) AS o ORDER BY o COLLATE "C") END AS foreign_options,
       -- where a child table puts what it inherits is no choice of anybody's, and a restore changes it
       CASE WHEN c.relispartition OR a.attinhcount = 0
            THEN row_number() OVER (PARTITION BY a.attrelid, c.relispartition OR a.attinhcount = 0 ORDER BY a.attnum)
            END AS position,
       -- what a child declares itself, it keeps when its parent drops it
       CASE WHEN a.attinhcount > 0 AND NOT c.relispartition THEN a.attislocal END AS declared,
       nd.description AS not_null_comment, -- since 18
       d.description AS comment
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
  LEFT JOIN pg_collation co ON co.oid = a.attcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  LEFT JOIN pg_constraint nn ON nn.contype = 'n' AND nn.conrelid = a.attrelid AND nn.conkey[1] = a.attnum -- since 18
  LEFT JOIN pg_description nd ON nd.classoid = 'pg_constraint'::regclass AND nd.objoid = nn.oid AND nd.objsubid = 0 -- since 18
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
 WHERE a.attnum > 0
   AND c.oid = ANY ({relations}) -- by relation
   AND NOT a.attisdropped
   AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.objsubid = 0 AND e.deptype = 'e')
