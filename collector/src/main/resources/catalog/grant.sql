-- description: A privilege that a role, or everybody (public), has on an object
-- category: security
-- severity: critical
-- order: 140
-- parent: id_object_kind(id_object)
-- root: _root
-- advice-missing: Grant it in the target by a migration (GRANT ... ON ... TO ...), or the role's queries fail there.
-- advice-unexpected: Revoke it in the target (REVOKE ... ON ... FROM ...) unless a migration should grant it in the baseline too.
-- advice-different: Align the grant option (GRANT ... WITH GRANT OPTION, or REVOKE GRANT OPTION FOR ...).
WITH object AS (
     SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view' WHEN 'S' THEN 'sequence'
                 ELSE 'table' END AS kind,
            ARRAY[n.nspname::text, c.relname::text] AS names,
            ARRAY[n.nspname::text, c.relname::text] AS root,
            c.relowner AS owner,
            coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END, c.relowner)) AS acl
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
        AND c.relpersistence <> 't'
        AND left(n.nspname, 3) <> 'pg_'
        AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
      UNION ALL
     SELECT 'column',
            ARRAY[n.nspname::text, c.relname::text, a.attname::text],
            ARRAY[n.nspname::text, c.relname::text],
            c.relowner,
            a.attacl
       FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attacl IS NOT NULL
        AND NOT a.attisdropped
        AND a.attnum > 0
        AND c.relpersistence <> 't'
        AND left(n.nspname, 3) <> 'pg_'
        AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
      UNION ALL
     SELECT 'schema',
            ARRAY[n.nspname::text],
            ARRAY[n.nspname::text],
            n.nspowner,
            coalesce(n.nspacl, acldefault('n', n.nspowner))
       FROM pg_namespace n
      WHERE left(n.nspname, 3) <> 'pg_'
        AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
      UNION ALL
     SELECT 'function',
            ARRAY[n.nspname::text, p.proname::text, oidvectortypes(p.proargtypes)],
            ARRAY[n.nspname::text, p.proname::text, oidvectortypes(p.proargtypes)],
            p.proowner,
            coalesce(p.proacl, acldefault('f', p.proowner))
       FROM pg_proc p
       JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE left(n.nspname, 3) <> 'pg_'
        AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid
                           AND (e.deptype = 'e' OR (e.deptype = 'i' AND e.refclassid = 'pg_type'::regclass)))
      UNION ALL
     SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range_type'
                 WHEN 'c' THEN 'composite_type' ELSE 'base_type' END,
            ARRAY[n.nspname::text, t.typname::text],
            ARRAY[n.nspname::text, t.typname::text],
            t.typowner,
            coalesce(t.typacl, acldefault('T', t.typowner))
       FROM pg_type t
       JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE (t.typtype IN ('e', 'd', 'r', 'b') OR t.typtype = 'c' AND EXISTS (
                 SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
        AND t.typcategory <> 'A'
        AND left(n.nspname, 3) <> 'pg_'
        AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
     )
SELECT o.kind AS id_object_kind,
       o.names AS id_object,
       CASE WHEN x.grantee = 0 THEN 'public' ELSE grantee.rolname::text END AS id_grantee,
       lower(x.privilege_type) AS id_privilege,
       bool_or(x.is_grantable) AS grantable,
       array_agg(DISTINCT grantor.rolname ORDER BY grantor.rolname) FILTER (WHERE grantor.oid IS NOT NULL) AS _grantors,
       o.root AS _root
  FROM object o
  CROSS JOIN LATERAL aclexplode(o.acl) AS x
  LEFT JOIN pg_roles grantee ON grantee.oid = x.grantee
  LEFT JOIN pg_roles grantor ON grantor.oid = x.grantor
 -- what an owner may do anyway is left out, so that owners do not matter
 WHERE x.grantee <> o.owner
   AND (x.grantee = 0 OR grantee.oid IS NOT NULL)
   -- servers before 17 have no MAINTAIN: GRANT ALL would differ on every table
   AND x.privilege_type <> 'MAINTAIN'
 GROUP BY o.kind, o.names, o.root, x.grantee, grantee.rolname, x.privilege_type
