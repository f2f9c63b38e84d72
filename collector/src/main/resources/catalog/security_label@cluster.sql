-- description: A label that a security module (such as sepgsql or anon) has put on an object
-- category: security
-- severity: critical
-- order: 150
-- parent: _parent_kind(id_object)
-- scope: cluster
-- advice-missing: Set it in the target by a migration (SECURITY LABEL FOR ... ON ... IS ...).
-- advice-unexpected: Remove it from the target (SECURITY LABEL ... IS NULL), or set it in the baseline by a migration.
-- advice-different: Bring both to one label by a migration (SECURITY LABEL FOR ... ON ... IS ...).
SELECT l.provider AS id_provider,
       named.kind AS id_object_type,
       named.name AS id_object,
       l.label AS label,
       named.kind AS _parent_kind
  FROM pg_shseclabel l
  -- 1260 is the catalog of roles, which is closed
  JOIN (SELECT 1260::oid AS catalog, r.oid, 'role' AS kind, r.rolname::text AS name FROM pg_roles r
         UNION ALL
        SELECT 'pg_tablespace'::regclass::oid, t.oid, 'tablespace', t.spcname::text FROM pg_tablespace t) named
    ON named.catalog = l.classoid AND named.oid = l.objoid
