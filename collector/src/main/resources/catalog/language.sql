-- description: A procedural language that no extension brought
-- category: code
-- severity: warning; trusted=critical; comment=info
-- order: 28
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Install the language in the target, better as an extension (CREATE EXTENSION).
-- advice-unexpected: Find who made it in the target; drop it unless functions are written in it.
-- advice-different: Replace it (CREATE OR REPLACE LANGUAGE). In an untrusted language only superusers may write functions.
SELECT l.lanname AS id_language,
       l.lanpltrusted AS trusted,
       CASE WHEN h.oid IS NOT NULL THEN format('%I.%I', hn.nspname, h.proname) END AS handler,
       CASE WHEN i.oid IS NOT NULL THEN format('%I.%I', ni.nspname, i.proname) END AS inline,
       CASE WHEN v.oid IS NOT NULL THEN format('%I.%I', vn.nspname, v.proname) END AS validator,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_language l
  LEFT JOIN pg_proc h ON h.oid = l.lanplcallfoid
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_proc i ON i.oid = l.laninline
  LEFT JOIN pg_namespace ni ON ni.oid = i.pronamespace
  LEFT JOIN pg_proc v ON v.oid = l.lanvalidator
  LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace
  LEFT JOIN pg_roles r ON r.oid = l.lanowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_language'::regclass AND d.objoid = l.oid AND d.objsubid = 0
 WHERE l.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_language'::regclass AND e.objid = l.oid AND e.deptype = 'e')
