-- description: A collation: by whose rules text is sorted and compared, and whether the library still has the version it was made with
-- category: structure
-- severity: warning; version=info; comment=info
-- order: 25
-- refresh: always
-- roles: owner
-- advice-missing: Create it in the target (CREATE COLLATION) before what uses it.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: A version mismatch: rebuild the indexes that use it (REINDEX), then ALTER COLLATION ... REFRESH VERSION. Anything else needs a new collation.
SELECT n.nspname AS id_schema,
       c.collname AS id_collation,
       CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'default' END AS provider,
       -- it moved from column to column: since 17, since 15, before
       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale',
                CASE WHEN c.collprovider = 'i' THEN c.collcollate END) AS locale,
       CASE WHEN c.collprovider = 'c' THEN c.collcollate END AS lc_collate,
       CASE WHEN c.collprovider = 'c' THEN c.collctype END AS lc_ctype,
       c.collisdeterministic AS deterministic,
       c.collicurules AS rules, -- since 16
       c.collversion AS version,
       coalesce(c.collversion <> actual.version, false) AS version_mismatch,
       actual.version AS _actual_version,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_collation c
  JOIN pg_namespace n ON n.oid = c.collnamespace
  CROSS JOIN LATERAL (SELECT pg_collation_actual_version(c.oid) AS version) actual
  LEFT JOIN pg_roles r ON r.oid = c.collowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_collation'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   -- the server does not see those of other encodings either
   AND c.collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_collation'::regclass AND e.objid = c.oid AND e.deptype = 'e')
