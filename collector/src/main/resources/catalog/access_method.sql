-- description: An access method: how tables or indexes are stored
-- category: code
-- severity: warning; comment=info
-- order: 26
-- refresh: follow pg_proc
-- advice-missing: Create it in the target (CREATE ACCESS METHOD), better by the extension that has it.
-- advice-unexpected: Find who made it in the target; drop it unless tables or indexes use it.
-- advice-different: Replace it together with the tables or indexes that use it (DROP and CREATE ACCESS METHOD).
SELECT a.amname AS id_access_method,
       CASE a.amtype WHEN 't' THEN 'table' ELSE 'index' END AS type,
       format('%I.%I', hn.nspname, h.proname) AS handler,
       d.description AS comment
  FROM pg_am a
  JOIN pg_proc h ON h.oid = a.amhandler
  JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_am'::regclass AND d.objoid = a.oid AND d.objsubid = 0
 WHERE a.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_am'::regclass AND e.objid = a.oid AND e.deptype = 'e')
