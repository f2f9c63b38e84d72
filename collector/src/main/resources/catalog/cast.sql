-- description: A cast between two types: by what function, and whether it applies by itself
-- category: code
-- severity: warning; comment=info
-- order: 95
-- refresh: follow pg_proc
-- advice-missing: Create it in the target by the migration that made it in the baseline (CREATE CAST).
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target; an implicit cast changes what queries mean.
-- advice-different: Replace it in one transaction (DROP CAST, CREATE CAST); an implicit cast changes what queries mean.
SELECT format_type(c.castsource, NULL) AS id_source,
       format_type(c.casttarget, NULL) AS id_target,
       CASE c.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'inout' ELSE 'binary' END AS method,
       CASE WHEN f.oid IS NOT NULL THEN format('%I.%I(%s)', fn.nspname, f.proname, oidvectortypes(f.proargtypes)) END AS function,
       CASE c.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment' ELSE 'explicit' END AS context,
       d.description AS comment
  FROM pg_cast c
  LEFT JOIN pg_proc f ON f.oid = c.castfunc
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_cast'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.oid >= 16384
   -- the cast of a range type to its multirange ('i') is made and dropped with the type
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_cast'::regclass AND e.objid = c.oid AND e.deptype IN ('e', 'i'))
