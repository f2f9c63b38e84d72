-- description: A transform: how a language takes and gives values of a type
-- category: code
-- severity: warning; comment=info
-- order: 97
-- refresh: follow pg_proc
-- advice-missing: Create it in the target by the migration that made it in the baseline (CREATE TRANSFORM).
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if no function names it.
-- advice-different: Bring both to one definition by a migration (CREATE OR REPLACE TRANSFORM).
SELECT format_type(t.trftype, NULL) AS id_type,
       l.lanname AS id_language,
       CASE WHEN f.oid IS NOT NULL THEN format('%I.%I', fn.nspname, f.proname) END AS from_sql,
       CASE WHEN g.oid IS NOT NULL THEN format('%I.%I', gn.nspname, g.proname) END AS to_sql,
       d.description AS comment
  FROM pg_transform t
  JOIN pg_language l ON l.oid = t.trflang
  LEFT JOIN pg_proc f ON f.oid = t.trffromsql
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_proc g ON g.oid = t.trftosql
  LEFT JOIN pg_namespace gn ON gn.oid = g.pronamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_transform'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_transform'::regclass AND e.objid = t.oid AND e.deptype = 'e')
