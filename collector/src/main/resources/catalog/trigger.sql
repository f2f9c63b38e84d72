-- description: A trigger on a table or view
-- category: code
-- severity: warning; missing=critical; enabled=critical; partition_states=critical; depends_on_extensions=info; constraint_comment=info; comment=info
-- order: 120
-- refresh: by relation; follow pg_proc
-- parent: _relation_kind(id_schema, id_relation)
-- free-text: when, arguments, definition
-- version-bound: when
-- advice-missing: Apply the migration that creates it to the target; its function has to be there first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target.
-- advice-different: Bring both to one definition by a migration (DROP TRIGGER, CREATE TRIGGER); a disabled one: ALTER TABLE ... ENABLE TRIGGER.
WITH RECURSIVE clone AS (
     SELECT t.oid AS top, t.oid, t.tgrelid, t.tgenabled
       FROM pg_trigger t
      WHERE NOT t.tgisinternal
        AND t.tgparentid = 0
      UNION ALL
     SELECT clone.top, t.oid, t.tgrelid, t.tgenabled
       FROM clone
       JOIN pg_trigger t ON t.tgparentid = clone.oid
     ),
     otherwise AS (
     SELECT clone.top,
            array_agg(format('%I.%I %s', n.nspname, c.relname,
                             CASE clone.tgenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END)
                      ORDER BY format('%I.%I', n.nspname, c.relname) COLLATE "C") AS states
       FROM clone
       JOIN pg_trigger t ON t.oid = clone.top
       JOIN pg_class c ON c.oid = clone.tgrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE clone.tgenabled <> t.tgenabled
      GROUP BY clone.top
     )
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_relation,
       t.tgname AS id_trigger,
       CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS _relation_kind,
       CASE WHEN t.tgtype & 64 > 0 THEN 'instead of' WHEN t.tgtype & 2 > 0 THEN 'before' ELSE 'after' END AS timing,
       array_remove(ARRAY[CASE WHEN t.tgtype & 4 > 0 THEN 'insert' END, CASE WHEN t.tgtype & 16 > 0 THEN 'update' END,
                          CASE WHEN t.tgtype & 8 > 0 THEN 'delete' END, CASE WHEN t.tgtype & 32 > 0 THEN 'truncate' END],
                    NULL) AS events,
       CASE WHEN t.tgtype & 1 > 0 THEN 'row' ELSE 'statement' END AS level,
       ARRAY(SELECT a.attname FROM pg_attribute a
              WHERE a.attrelid = t.tgrelid AND a.attnum = ANY (t.tgattr) ORDER BY a.attname COLLATE "C") AS columns,
       CASE WHEN t.tgqual IS NOT NULL
            THEN substring(definition.text FROM ' WHEN \((.*)\) EXECUTE FUNCTION ') END AS "when",
       format('%I.%I', fn.nspname, f.proname) AS function,
       ARRAY(SELECT convert_from(decode(argument.hex, 'hex'), getdatabaseencoding())
               FROM unnest(string_to_array(regexp_replace(encode(t.tgargs, 'hex'), '(..)', '\1 ', 'g'), '00 '))
                    WITH ORDINALITY AS argument(hex, at)
              WHERE argument.at <= t.tgnargs ORDER BY argument.at) AS arguments,
       t.tgoldtable AS old_table,
       t.tgnewtable AS new_table,
       t.tgconstraint <> 0 AS "constraint",
       t.tgdeferrable AS deferrable,
       t.tginitdeferred AS deferred,
       CASE WHEN from_c.oid IS NOT NULL THEN format('%I.%I', from_n.nspname, from_c.relname) END AS from_table,
       CASE t.tgenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END AS enabled,
       -- the partitions whose copy of the trigger is in another state than the trigger
       coalesce(otherwise.states, '{}') AS partition_states,
       ARRAY(SELECT x.extname::text FROM pg_depend xd JOIN pg_extension x ON x.oid = xd.refobjid
              WHERE xd.classid = 'pg_trigger'::regclass AND xd.objid = t.oid
                AND xd.refclassid = 'pg_extension'::regclass AND xd.deptype = 'x'
              ORDER BY x.extname::text COLLATE "C") AS depends_on_extensions,
       definition.text AS _definition,
       kd.description AS constraint_comment,
       d.description AS comment
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_proc f ON f.oid = t.tgfoid
  JOIN pg_namespace fn ON fn.oid = f.pronamespace
  CROSS JOIN LATERAL (SELECT pg_get_triggerdef(t.oid) AS text) definition
  LEFT JOIN pg_class from_c ON from_c.oid = t.tgconstrrelid
  LEFT JOIN pg_namespace from_n ON from_n.oid = from_c.relnamespace
  LEFT JOIN otherwise ON otherwise.top = t.oid
  LEFT JOIN pg_description kd ON kd.classoid = 'pg_constraint'::regclass AND kd.objoid = t.tgconstraint AND kd.objsubid = 0
  LEFT JOIN pg_description d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE NOT t.tgisinternal
   AND c.oid = ANY ({relations}) -- by relation
   -- a partition's copy of its parent's trigger
   AND t.tgparentid = 0
   AND c.relpersistence <> 't'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   -- a user's trigger on an extension's table stays, the extension's own does not
   AND NOT EXISTS (SELECT FROM pg_depend e
                     JOIN pg_depend fe ON fe.refclassid = e.refclassid AND fe.refobjid = e.refobjid
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e'
                      AND fe.classid = 'pg_proc'::regclass AND fe.objid = f.oid AND fe.deptype = 'e')
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
