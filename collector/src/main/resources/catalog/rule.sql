-- description: A rewrite rule on a table or view
-- category: structure
-- severity: warning; enabled=critical; comment=info
-- order: 115
-- refresh: by relation
-- parent: _relation_kind(id_schema, id_relation)
-- free-text: definition
-- version-bound: definition
-- advice-missing: Apply the migration that creates it to the target (CREATE RULE).
-- advice-unexpected: Find who made it in the target: it rewrites statements. Add it to the baseline by a migration, or drop it.
-- advice-different: Bring both to one definition by a migration (CREATE OR REPLACE RULE); a disabled one: ALTER TABLE ... ENABLE RULE.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_relation,
       w.rulename AS id_rule,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view' ELSE 'table' END AS _relation_kind,
       CASE w.ev_type WHEN '1' THEN 'select' WHEN '2' THEN 'update' WHEN '3' THEN 'insert' ELSE 'delete' END AS event,
       w.is_instead AS instead,
       w.ev_qual IS NOT NULL AND w.ev_qual::text <> '<>' AS conditional,
       pg_get_ruledef(w.oid) AS definition,
       CASE w.ev_enabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END AS enabled,
       d.description AS comment
  FROM pg_rewrite w
  JOIN pg_class c ON c.oid = w.ev_class
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_rewrite'::regclass AND d.objoid = w.oid AND d.objsubid = 0
 -- a view's query is the view's own
 WHERE NOT (w.rulename = '_RETURN' AND c.relkind IN ('v', 'm'))
   AND c.oid = ANY ({relations}) -- by relation
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
