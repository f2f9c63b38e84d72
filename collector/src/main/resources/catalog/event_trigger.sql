-- description: An event trigger: a function that runs on DDL or at login
-- category: code
-- severity: warning; enabled=critical; comment=info
-- order: 125
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Apply the migration that creates it to the target; its function has to be there first.
-- advice-unexpected: Find who made it in the target: it runs on everybody's DDL. Add it to the baseline by a migration, or drop it.
-- advice-different: Drop and create it with one definition; a disabled one: ALTER EVENT TRIGGER ... ENABLE.
SELECT t.evtname AS id_event_trigger,
       t.evtevent AS event,
       ARRAY(SELECT tag FROM unnest(t.evttags) AS tag ORDER BY tag COLLATE "C") AS tags,
       format('%I.%I', fn.nspname, f.proname) AS function,
       CASE t.evtenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END AS enabled,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_event_trigger t
  JOIN pg_proc f ON f.oid = t.evtfoid
  JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_roles r ON r.oid = t.evtowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_event_trigger'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
