-- description: An index that no constraint owns
-- category: structure
-- severity: warning; valid=critical; unique=critical; options=info; tablespace=info; clustered=info; statistics=info; depends_on_extensions=info; comment=info
-- order: 80
-- refresh: by relation; follow pg_type, pg_collation, pg_opclass
-- parent: _relation_kind(id_schema, id_relation)
-- free-text: expressions, predicate
-- version-bound: expressions, predicate
-- advice-missing: Create it in the target (CREATE INDEX CONCURRENTLY).
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target (DROP INDEX CONCURRENTLY).
-- advice-different: Build the wanted form under a new name (CREATE INDEX CONCURRENTLY), drop the old one, rename. An invalid index: REINDEX INDEX CONCURRENTLY.
WITH own AS MATERIALIZED (
     SELECT i.*, c.relname AS relation, c.relkind AS relation_kind, n.nspname AS schema
       FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm')
        AND c.oid = ANY ({relations}) -- by relation
        AND c.relpersistence <> 't'
        AND left(n.nspname, 3) <> 'pg_'
        AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_constraint k
                         WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_class'::regclass AND e.objid IN (i.indexrelid, i.indrelid) AND e.deptype = 'e')
     ),
     key AS (
     SELECT i.indexrelid,
            ia.attnum::integer AS at,
            ia.attnum > i.indnkeyatts AS included,
            a.attname IS NULL AS is_expression,
            coalesce(quote_ident(a.attname), '(expression)') AS name,
            CASE WHEN oc.oid IS NOT NULL THEN format('%I.%I', ocn.nspname, oc.opcname) END AS opclass,
            oc.opcdefault,
            CASE WHEN ia.attoptions IS NOT NULL THEN
                 '(' || (SELECT string_agg(o, ', ' ORDER BY o COLLATE "C") FROM unnest(ia.attoptions) AS o
                          WHERE split_part(o, '=', 1) <> 'pg_attver') || ')' END AS parameters,
            CASE WHEN co.oid <> coalesce(a.attcollation, t.typcollation)
                 THEN format('%I.%I', cn.nspname, co.collname) END AS collation,
            CASE WHEN ia.attnum <= i.indnkeyatts THEN
                 CASE i.indoption[ia.attnum - 1] & 3 WHEN 1 THEN 'desc nulls last' WHEN 2 THEN 'asc nulls first'
                      WHEN 3 THEN 'desc' END END AS sort,
            CASE WHEN ia.attstattarget >= 0 THEN ia.attstattarget END AS statistics
       FROM own i
       JOIN pg_attribute ia ON ia.attrelid = i.indexrelid
       JOIN pg_type t ON t.oid = ia.atttypid
       LEFT JOIN pg_opclass oc ON oc.oid = i.indclass[ia.attnum - 1] AND ia.attnum <= i.indnkeyatts
       LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
       LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[ia.attnum - 1] AND a.attnum <> 0
       LEFT JOIN pg_collation co ON co.oid = i.indcollation[ia.attnum - 1] AND ia.attnum <= i.indnkeyatts
       LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
     ),
     keys AS (
     SELECT key.indexrelid,
            array_agg(key.name ORDER BY key.at) FILTER (WHERE NOT key.included) AS keys,
            coalesce(array_agg(pg_get_indexdef(key.indexrelid, key.at, false) ORDER BY key.at)
                     FILTER (WHERE key.is_expression), '{}') AS expressions,
            -- what says something else than the default
            coalesce(array_agg(concat_ws(' ', key.name, key.opclass, key.parameters) ORDER BY key.at)
                     FILTER (WHERE NOT key.opcdefault OR key.parameters IS NOT NULL), '{}') AS operator_classes,
            coalesce(array_agg(concat_ws(' ', key.name, key.collation) ORDER BY key.at)
                     FILTER (WHERE key.collation IS NOT NULL), '{}') AS collations,
            coalesce(array_agg(concat_ws(' ', key.name, key.sort) ORDER BY key.at)
                     FILTER (WHERE key.sort IS NOT NULL), '{}') AS sort,
            coalesce(array_agg(key.name ORDER BY key.name COLLATE "C") FILTER (WHERE key.included), '{}') AS include,
            coalesce(array_agg(key.at || '=' || key.statistics ORDER BY key.at)
                     FILTER (WHERE key.statistics IS NOT NULL), '{}') AS statistics
       FROM key
      GROUP BY key.indexrelid
     )
SELECT i.schema AS id_schema,
       i.indrelid AS _oid,
       i.relation AS id_relation,
       ic.relname AS id_index,
       CASE i.relation_kind WHEN 'm' THEN 'materialized_view' ELSE 'table' END AS _relation_kind,
       am.amname AS access_method,
       i.indisunique AS "unique",
       i.indnullsnotdistinct AS nulls_not_distinct, -- since 15
       false AS nulls_not_distinct, -- before 15
       keys.keys,
       keys.expressions,
       keys.operator_classes,
       keys.collations,
       keys.sort,
       keys.include,
       i.indpred IS NOT NULL AS partial,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       i.indisvalid AS valid,
       i.indisclustered AS clustered,
       ARRAY(SELECT o FROM unnest(ic.reloptions) AS o ORDER BY o COLLATE "C") AS options,
       ts.spcname AS tablespace,
       keys.statistics,
       ARRAY(SELECT x.extname::text FROM pg_depend xd JOIN pg_extension x ON x.oid = xd.refobjid
              WHERE xd.classid = 'pg_class'::regclass AND xd.objid = ic.oid
                AND xd.refclassid = 'pg_extension'::regclass AND xd.deptype = 'x'
              ORDER BY x.extname::text COLLATE "C") AS depends_on_extensions,
       d.description AS comment
  FROM own i
  JOIN keys ON keys.indexrelid = i.indexrelid
  JOIN pg_class ic ON ic.oid = i.indexrelid
  JOIN pg_am am ON am.oid = ic.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = ic.oid AND d.objsubid = 0
 -- a partition's part of its parent's index has a name of the server's choice
 WHERE NOT ic.relispartition
