-- description: A conversion between two character encodings
-- category: code
-- severity: warning; comment=info
-- order: 96
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Create it in the target by the migration that made it in the baseline (CREATE CONVERSION).
-- advice-unexpected: Drop it from the target, or add it to the baseline by a migration.
-- advice-different: Replace it in one transaction (DROP CONVERSION, CREATE CONVERSION).
SELECT n.nspname AS id_schema,
       c.conname AS id_conversion,
       pg_encoding_to_char(c.conforencoding)::text AS source_encoding,
       pg_encoding_to_char(c.contoencoding)::text AS target_encoding,
       format('%I.%I', fn.nspname, f.proname) AS function,
       c.condefault AS "default",
       d.description AS comment,
       r.rolname AS owner
  FROM pg_conversion c
  JOIN pg_namespace n ON n.oid = c.connamespace
  JOIN pg_proc f ON f.oid = c.conproc
  JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_roles r ON r.oid = c.conowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_conversion'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_conversion'::regclass AND e.objid = c.oid AND e.deptype = 'e')
