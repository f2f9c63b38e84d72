-- description: The database itself, whatever its name
-- category: server
-- severity: warning; encoding=critical; collation_version=info; collation_version_mismatch=critical; comment=info
-- order: 3
-- refresh: always
-- roles: owner
-- advice-missing: Every environment has one: the reading of the target is wrong.
-- advice-unexpected: Every environment has one: the reading of the baseline is wrong.
-- advice-different: Owner, limit, tablespace and comment can be changed (ALTER DATABASE ...); encoding and locale only by dump and restore into a new database. After a collation's version has changed, REINDEX, then ALTER DATABASE ... REFRESH COLLATION VERSION.
SELECT 'current' AS id_database,
       r.rolname AS owner,
       pg_encoding_to_char(b.encoding) AS encoding,
       CASE b.datlocprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE b.datlocprovider::text END AS provider, -- since 15
       'libc' AS provider, -- before 15
       b.datcollate::text AS "collate",
       b.datctype::text AS ctype,
       -- daticulocale of 15 and 16 is datlocale since 17
       coalesce(to_jsonb(b) ->> 'datlocale', to_jsonb(b) ->> 'daticulocale') AS locale,
       b.daticurules AS icu_rules, -- since 16
       b.datcollversion AS collation_version, -- since 15
       b.datcollversion IS NOT NULL AND b.datcollversion IS DISTINCT FROM pg_database_collation_actual_version(b.oid) AS collation_version_mismatch, -- since 15
       false AS collation_version_mismatch, -- before 15
       t.spcname AS tablespace,
       b.datconnlimit AS connection_limit,
       b.datistemplate AS is_template,
       d.description AS comment
  FROM pg_database b
  JOIN pg_tablespace t ON t.oid = b.dattablespace
  LEFT JOIN pg_roles r ON r.oid = b.datdba
  LEFT JOIN pg_shdescription d ON d.classoid = 'pg_database'::regclass AND d.objoid = b.oid
 -- that it takes connections is why it can be read
 WHERE b.datname = current_database()
