-- description: A text search template: the functions that dictionaries are made of
-- category: code
-- severity: warning; comment=info
-- order: 37
-- refresh: follow pg_proc
-- advice-missing: Create it in the target (CREATE TEXT SEARCH TEMPLATE); only a superuser can.
-- advice-unexpected: Drop it from the target if no dictionary uses it, or add it to the baseline.
-- advice-different: Replace it together with the dictionaries that use it (DROP and CREATE TEXT SEARCH TEMPLATE).
SELECT n.nspname AS id_schema,
       t.tmplname AS id_template,
       CASE WHEN i.oid IS NOT NULL THEN format('%I.%I', ni.nspname, i.proname) END AS init,
       format('%I.%I', nl.nspname, l.proname) AS lexize,
       d.description AS comment
  FROM pg_ts_template t
  JOIN pg_namespace n ON n.oid = t.tmplnamespace
  JOIN pg_proc l ON l.oid = t.tmpllexize
  JOIN pg_namespace nl ON nl.oid = l.pronamespace
  LEFT JOIN pg_proc i ON i.oid = t.tmplinit
  LEFT JOIN pg_namespace ni ON ni.oid = i.pronamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_ts_template'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_ts_template'::regclass AND e.objid = t.oid AND e.deptype = 'e')
