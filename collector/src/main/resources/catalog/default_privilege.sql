-- description: A privilege that objects get when a role makes them; "(revoked)" where one that comes by itself is kept back
-- category: security
-- severity: warning
-- order: 145
-- parent: _parent_kind(_parent)
-- root: _root
-- roles: id_role, id_grantee, _grantors
-- advice-missing: Set it in the target by a migration (ALTER DEFAULT PRIVILEGES ... GRANT ...); it counts only for objects made later, so grant on those that are there too.
-- advice-unexpected: Take it back in the target (ALTER DEFAULT PRIVILEGES ... REVOKE ...), or set it in the baseline by a migration; then look at the objects made meanwhile.
-- advice-different: Align the grant option (ALTER DEFAULT PRIVILEGES ... GRANT ... WITH GRANT OPTION, or REVOKE GRANT OPTION FOR ...).
WITH entry AS (
     SELECT d.defaclrole AS role,
            n.nspname AS schema,
            d.defaclobjtype AS type,
            d.defaclacl AS acl,
            -- in one schema rights are only ever added; for all schemas they replace what the server has built in
            CASE WHEN d.defaclnamespace = 0
                 THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'::"char" ELSE d.defaclobjtype END, d.defaclrole)
                 END AS built_in
       FROM pg_default_acl d
       LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
     ),
     changed AS (
     SELECT e.role, e.schema, e.type, x.grantee, lower(x.privilege_type) AS privilege, x.is_grantable, x.grantor
       FROM entry e
      CROSS JOIN LATERAL aclexplode(e.acl) AS x
      WHERE NOT EXISTS (SELECT FROM aclexplode(e.built_in) AS b
                         WHERE b.grantee = x.grantee AND b.privilege_type = x.privilege_type
                           AND b.is_grantable = x.is_grantable)
      UNION ALL
     SELECT e.role, e.schema, e.type, b.grantee, lower(b.privilege_type) || ' (revoked)', false, NULL
       FROM entry e
      CROSS JOIN LATERAL aclexplode(e.built_in) AS b
      WHERE NOT EXISTS (SELECT FROM aclexplode(e.acl) AS x
                         WHERE x.grantee = b.grantee AND x.privilege_type = b.privilege_type)
     )
SELECT r.rolname AS id_role,
       -- no schema has an empty name: it stands for all
       coalesce(c.schema::text, '') AS id_schema,
       CASE c.type WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
            WHEN 'n' THEN 'schemas' WHEN 'L' THEN 'large objects' ELSE c.type::text END AS id_objects,
       CASE WHEN c.grantee = 0 THEN 'public' ELSE grantee.rolname::text END AS id_grantee,
       c.privilege AS id_privilege,
       bool_or(c.is_grantable) AS grantable,
       array_agg(DISTINCT grantor.rolname ORDER BY grantor.rolname) FILTER (WHERE grantor.oid IS NOT NULL) AS _grantors,
       -- servers before 17 have no MAINTAIN
       CASE WHEN c.privilege LIKE 'maintain%' THEN 17 END AS _since_major,
       CASE WHEN c.schema IS NOT NULL THEN 'schema' END AS _parent_kind,
       c.schema AS _parent,
       coalesce(c.schema, r.rolname) AS _root
  FROM changed c
  JOIN pg_roles r ON r.oid = c.role
  LEFT JOIN pg_roles grantee ON grantee.oid = c.grantee
  LEFT JOIN pg_roles grantor ON grantor.oid = c.grantor
 WHERE c.grantee = 0 OR grantee.oid IS NOT NULL
 GROUP BY r.rolname, c.schema, c.type, c.grantee, grantee.rolname, c.privilege
