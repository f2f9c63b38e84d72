-- description: An exclusion constraint, with the index behind it
-- category: structure
-- severity: warning; index_valid=critical; index_options=info; index_clustered=info; index_tablespace=info; index_comment=info; comment=info
-- order: 73
-- refresh: by relation; follow pg_type, pg_collation, pg_opclass, pg_operator
-- parent: table(id_schema, id_table)
-- free-text: expressions, predicate
-- version-bound: expressions, predicate
-- advice-missing: Add it to the target (ALTER TABLE ... ADD CONSTRAINT ... EXCLUDE); look for rows that break it first, it cannot be added as NOT VALID.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Replace it in one transaction (DROP CONSTRAINT, ADD CONSTRAINT), after a look at the rows that the stricter form refuses. An invalid index: REINDEX INDEX.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       k.conname AS id_constraint,
       am.amname AS access_method,
       keys.elements,
       keys.expressions,
       keys.operator_classes,
       keys.collations,
       keys.sort,
       CASE WHEN i.indnatts = i.indnkeyatts THEN '{}'::text[]
            ELSE ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS key(attnum, at)
                         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.attnum
                        WHERE key.at > i.indnkeyatts ORDER BY a.attname COLLATE "C") END AS include,
       i.indpred IS NOT NULL AS partial,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
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
  JOIN pg_am am ON am.oid = ic.relam
  CROSS JOIN LATERAL (
       SELECT array_agg(format('%s WITH %s', key.name, CASE key.op_schema WHEN 'pg_catalog' THEN key.op
                                                            ELSE format('OPERATOR(%I.%s)', key.op_schema, key.op) END)
                        ORDER BY key.at) AS elements,
              coalesce(array_agg(pg_get_indexdef(i.indexrelid, key.at, false) ORDER BY key.at)
                       FILTER (WHERE key.is_expression), '{}') AS expressions,
              coalesce(array_agg(concat_ws(' ', key.name, key.opclass, key.parameters) ORDER BY key.at)
                       FILTER (WHERE NOT key.opcdefault OR key.parameters IS NOT NULL), '{}') AS operator_classes,
              coalesce(array_agg(concat_ws(' ', key.name, key.collation) ORDER BY key.at)
                       FILTER (WHERE key.collation IS NOT NULL), '{}') AS collations,
              coalesce(array_agg(concat_ws(' ', key.name, key.sort) ORDER BY key.at)
                       FILTER (WHERE key.sort IS NOT NULL), '{}') AS sort
         FROM (SELECT ia.attnum::integer AS at,
                      a.attname IS NULL AS is_expression,
                      coalesce(quote_ident(a.attname), '(expression)') AS name,
                      opn.nspname AS op_schema,
                      op.oprname AS op,
                      format('%I.%I', ocn.nspname, oc.opcname) AS opclass,
                      oc.opcdefault,
                      '(' || (SELECT string_agg(o, ', ' ORDER BY o COLLATE "C") FROM unnest(ia.attoptions) AS o
                               WHERE split_part(o, '=', 1) <> 'pg_attver') || ')' AS parameters,
                      CASE WHEN co.oid <> coalesce(a.attcollation, t.typcollation)
                           THEN format('%I.%I', cn.nspname, co.collname) END AS collation,
                      CASE i.indoption[ia.attnum - 1] & 3 WHEN 1 THEN 'desc nulls last' WHEN 2 THEN 'asc nulls first'
                           WHEN 3 THEN 'desc' END AS sort
                 FROM pg_attribute ia
                 JOIN pg_type t ON t.oid = ia.atttypid
                 JOIN pg_opclass oc ON oc.oid = i.indclass[ia.attnum - 1]
                 JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
                 JOIN pg_operator op ON op.oid = k.conexclop[ia.attnum]
                 JOIN pg_namespace opn ON opn.oid = op.oprnamespace
                 LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[ia.attnum - 1] AND a.attnum <> 0
                 LEFT JOIN pg_collation co ON co.oid = i.indcollation[ia.attnum - 1]
                 LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
                WHERE ia.attrelid = i.indexrelid AND ia.attnum <= i.indnkeyatts) key
       ) keys
  LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
  LEFT JOIN pg_description di ON di.classoid = 'pg_class'::regclass AND di.objoid = ic.oid AND di.objsubid = 0
  LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
 WHERE k.contype = 'x'
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
