-- description: A trigger on a table or view
-- category: code
-- severity: warning; enabled=critical; comment=info
-- order: 120
-- parent: _relation_kind(id_schema, id_relation)
-- version-bound: definition
-- advice-missing: Apply the migration that creates it to the target; its function has to be there first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Bring both to one definition by a migration (DROP TRIGGER, CREATE TRIGGER); a disabled one: ALTER TABLE ... ENABLE TRIGGER.
SELECT n.nspname AS id_schema,
       c.relname AS id_relation,
       t.tgname AS id_trigger,
       CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS _relation_kind,
       pg_get_triggerdef(t.oid) AS definition,
       CASE t.tgenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END AS enabled,
       CASE WHEN t.tgtype & 64 > 0 THEN 'instead of' WHEN t.tgtype & 2 > 0 THEN 'before' ELSE 'after' END AS timing,
       CASE WHEN t.tgtype & 1 > 0 THEN 'row' ELSE 'statement' END AS level,
       array_remove(ARRAY[CASE WHEN t.tgtype & 4 > 0 THEN 'insert' END, CASE WHEN t.tgtype & 16 > 0 THEN 'update' END,
                          CASE WHEN t.tgtype & 8 > 0 THEN 'delete' END, CASE WHEN t.tgtype & 32 > 0 THEN 'truncate' END],
                    NULL) AS events,
       format('%I.%I', fn.nspname, f.proname) AS function,
       d.description AS comment
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_proc f ON f.oid = t.tgfoid
  JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE NOT t.tgisinternal
   -- a partition's copy of its parent's trigger
   AND t.tgparentid = 0
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.deptype = 'e' AND ((e.classid = 'pg_class'::regclass AND e.objid = c.oid)
                                            OR (e.classid = 'pg_trigger'::regclass AND e.objid = t.oid)))
