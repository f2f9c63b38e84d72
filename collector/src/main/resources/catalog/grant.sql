-- description: A privilege that a role, or everybody (public), has on an object; "(revoked)" where one that comes by itself was taken
-- category: security
-- severity: warning
-- order: 140
-- refresh: by relation
-- parent: _parent_kind(_parent)
-- root: _root
-- roles: id_grantee, _grantors
-- advice-missing: Grant it in the target by a migration (GRANT ... ON ... TO ...), or the role's queries fail there.
-- advice-unexpected: Revoke it in the target (REVOKE ... ON ... FROM ...) unless a migration should grant it in the baseline too.
-- advice-different: Align the grant option (GRANT ... WITH GRANT OPTION, or REVOKE GRANT OPTION FOR ...).
WITH member AS MATERIALIZED (
     SELECT d.classid, d.objid, e.extname
       FROM pg_depend d
       JOIN pg_extension e ON e.oid = d.refobjid
      WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
     ),
     object AS (
     SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized_view' WHEN 'S' THEN 'sequence'
                 ELSE 'table' END AS kind,
            ARRAY[n.nspname::text, c.relname::text] AS names,
            ARRAY[n.nspname::text, c.relname::text] AS root,
            'pg_class'::regclass AS catalog,
            c.oid,
            c.oid::bigint AS relation,
            0 AS part,
            left(n.nspname, 3) = 'pg_' AS system,
            c.relowner AS owner,
            c.relacl AS acl,
            CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END AS type
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
        AND c.oid = ANY ({relations}) -- by relation
        AND c.relpersistence <> 't'
        AND n.nspname NOT IN ('pg_toast', 'information_schema')
      UNION ALL
     SELECT 'column',
            ARRAY[n.nspname::text, c.relname::text, a.attname::text],
            ARRAY[n.nspname::text, c.relname::text],
            'pg_class'::regclass,
            c.oid,
            c.oid::bigint,
            a.attnum,
            left(n.nspname, 3) = 'pg_',
            c.relowner,
            a.attacl,
            'c'
       FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attacl IS NOT NULL
        AND c.oid = ANY ({relations}) -- by relation
        AND NOT a.attisdropped
        AND c.relpersistence <> 't'
        AND n.nspname <> 'information_schema'
      UNION ALL
     SELECT 'schema',
            ARRAY[n.nspname::text],
            ARRAY[n.nspname::text],
            'pg_namespace'::regclass,
            n.oid,
            0,
            0,
            left(n.nspname, 3) = 'pg_',
            n.nspowner,
            n.nspacl,
            'n'
       FROM pg_namespace n
      WHERE left(n.nspname, 8) <> 'pg_temp_'
        AND left(n.nspname, 9) <> 'pg_toast_'
        AND n.nspname <> 'information_schema'
        AND false -- by relation
      UNION ALL
     SELECT CASE p.prokind WHEN 'a' THEN 'aggregate' ELSE 'function' END,
            ARRAY[n.nspname::text, p.proname::text, oidvectortypes(p.proargtypes)],
            ARRAY[n.nspname::text, p.proname::text, oidvectortypes(p.proargtypes)],
            'pg_proc'::regclass,
            p.oid,
            0,
            0,
            left(n.nspname, 3) = 'pg_',
            p.proowner,
            p.proacl,
            'f'
       FROM pg_proc p
       JOIN pg_namespace n ON n.oid = p.pronamespace
      -- the names of the server's thousands of functions are dear to make, and those as they came tell nothing
      WHERE (left(n.nspname, 3) <> 'pg_' OR p.proacl IS NOT NULL)
        AND n.nspname <> 'information_schema'
        -- constructors of range types: made and dropped with their type
        AND NOT EXISTS (SELECT FROM pg_depend i
                         WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i'
                           AND i.refclassid = 'pg_type'::regclass)
        AND false -- by relation
      UNION ALL
     SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range_type'
                 WHEN 'c' THEN 'composite_type' ELSE 'base_type' END,
            ARRAY[n.nspname::text, t.typname::text],
            ARRAY[n.nspname::text, t.typname::text],
            'pg_type'::regclass,
            t.oid,
            0,
            0,
            left(n.nspname, 3) = 'pg_',
            t.typowner,
            t.typacl,
            'T'
       FROM pg_type t
       JOIN pg_namespace n ON n.oid = t.typnamespace
       LEFT JOIN pg_class c ON c.oid = t.typrelid
      WHERE (t.typtype IN ('e', 'd', 'r', 'b') OR t.typtype = 'c' AND c.relkind = 'c')
        AND t.typcategory <> 'A'
        AND n.nspname <> 'information_schema'
        AND false -- by relation
      UNION ALL
     SELECT 'language', ARRAY[l.lanname::text], ARRAY[l.lanname::text], 'pg_language'::regclass, l.oid, 0, 0,
            l.oid < 16384, l.lanowner, l.lanacl, 'l'
       FROM pg_language l
      WHERE false -- by relation
      UNION ALL
     SELECT 'foreign_data_wrapper', ARRAY[f.fdwname::text], ARRAY[f.fdwname::text],
            'pg_foreign_data_wrapper'::regclass, f.oid, 0, 0, false, f.fdwowner, f.fdwacl, 'F'
       FROM pg_foreign_data_wrapper f
      WHERE false -- by relation
      UNION ALL
     SELECT 'foreign_server', ARRAY[s.srvname::text], ARRAY[s.srvname::text], 'pg_foreign_server'::regclass, s.oid, 0, 0,
            false, s.srvowner, s.srvacl, 'S'
       FROM pg_foreign_server s
      WHERE false -- by relation
      UNION ALL
     SELECT 'database', ARRAY['current'], ARRAY['current'], 'pg_database'::regclass, b.oid, 0, 0,
            false, b.datdba, b.datacl, 'd'
       FROM pg_database b
      WHERE b.datname = current_database()
        AND false -- by relation
     ),
     granted AS (
     SELECT o.kind, o.names, o.root, o.relation, x.grantee, lower(x.privilege_type) AS privilege, x.is_grantable, x.grantors
       FROM object o
       LEFT JOIN member m ON m.classid = o.catalog AND m.objid = o.oid
      CROSS JOIN LATERAL (
            SELECT x.grantee, x.privilege_type, bool_or(x.is_grantable) AS is_grantable,
                   array_agg(pg_get_userbyid(x.grantor) ORDER BY pg_get_userbyid(x.grantor)) AS grantors
              FROM aclexplode(coalesce(o.acl, acldefault(o.type, o.owner))) AS x
             -- what an owner may do anyway is left out, so that owners do not matter
             WHERE x.grantee <> o.owner
             GROUP BY x.grantee, x.privilege_type
            ) x
      WHERE NOT o.system
        AND m.extname IS NULL
      UNION ALL
     SELECT o.kind, o.names, o.root, o.relation, o.owner, lower(x.privilege_type) || ' (revoked)', false, NULL
       FROM object o
       LEFT JOIN member m ON m.classid = o.catalog AND m.objid = o.oid
      CROSS JOIN LATERAL aclexplode(acldefault(o.type, o.owner)) AS x
      WHERE NOT o.system
        AND m.extname IS NULL
        AND o.acl IS NOT NULL
        AND o.part = 0
        -- the owner's item stands last; nearly all objects are through here
        AND NOT aclcontains(o.acl, (acldefault(o.type, o.owner))[array_upper(acldefault(o.type, o.owner), 1)])
        AND x.grantee = o.owner
        AND NOT EXISTS (SELECT FROM aclexplode(o.acl) AS kept
                         WHERE kept.grantee = o.owner AND kept.privilege_type = x.privilege_type)
     ),
     -- of the server's own objects and of extensions' only what differs from how they came
     foreign_object AS MATERIALIZED (
     SELECT o.kind, o.names, o.relation, m.extname, o.owner, o.acl,
            coalesce(i.initprivs, acldefault(o.type, o.owner)) AS initial
       FROM object o
       LEFT JOIN member m ON m.classid = o.catalog AND m.objid = o.oid
       LEFT JOIN pg_init_privs i ON i.classoid = o.catalog AND i.objoid = o.oid AND i.objsubid = o.part
      WHERE (o.system OR m.extname IS NOT NULL)
        AND o.acl IS NOT NULL
        -- nearly all are as they came
        AND o.acl <> coalesce(i.initprivs, acldefault(o.type, o.owner))
     ),
     changed AS (
     SELECT f.kind, f.names, f.relation, f.extname, x.grantee, lower(x.privilege_type) AS privilege,
            bool_or(x.is_grantable) AS is_grantable,
            array_agg(pg_get_userbyid(x.grantor) ORDER BY pg_get_userbyid(x.grantor)) AS grantors
       FROM foreign_object f
      CROSS JOIN LATERAL aclexplode(f.acl) AS x
      WHERE x.grantee <> f.owner
        AND NOT EXISTS (SELECT FROM aclexplode(f.initial) AS i
                         WHERE i.grantee = x.grantee AND i.privilege_type = x.privilege_type
                           AND i.is_grantable = x.is_grantable)
      GROUP BY f.kind, f.names, f.relation, f.extname, x.grantee, x.privilege_type
      UNION ALL
     SELECT f.kind, f.names, f.relation, f.extname, i.grantee, lower(i.privilege_type) || ' (revoked)', false, NULL
       FROM foreign_object f
      CROSS JOIN LATERAL aclexplode(f.initial) AS i
      -- a former owner's rights went with the ownership
      WHERE (i.grantee <> i.grantor OR i.grantee = f.owner)
        AND NOT EXISTS (SELECT FROM aclexplode(f.acl) AS x
                         WHERE x.grantee = i.grantee AND x.privilege_type = i.privilege_type)
      GROUP BY f.kind, f.names, f.relation, f.extname, i.grantee, i.privilege_type
     ),
     every AS (
     SELECT g.kind, g.names, g.relation, g.kind AS parent_kind, g.names AS parent, g.root, g.grantee, g.privilege, g.is_grantable, g.grantors
       FROM granted g
      UNION ALL
     SELECT c.kind, c.names, c.relation, CASE WHEN c.extname IS NULL THEN c.kind ELSE 'extension' END,
            CASE WHEN c.extname IS NULL THEN c.names ELSE ARRAY[c.extname::text] END,
            CASE WHEN c.extname IS NULL THEN c.names ELSE ARRAY[c.extname::text] END,
            c.grantee, c.privilege, c.is_grantable, c.grantors
       FROM changed c
     )
SELECT o.kind AS id_object_kind,
       o.names AS id_object,
       o.relation AS _oid,
       CASE WHEN o.grantee = 0 THEN 'public' ELSE grantee.rolname::text END AS id_grantee,
       o.privilege AS id_privilege,
       o.is_grantable AS grantable,
       o.grantors AS _grantors,
       -- servers before 17 have no MAINTAIN, so that GRANT ALL says more on a later one
       CASE WHEN o.privilege LIKE 'maintain%' THEN 17 END AS _since_major,
       -- and gave everybody CREATE on the public schema by themselves until 14
       CASE WHEN o.kind = 'schema' AND o.names = ARRAY['public'] AND o.grantee = 0 AND o.privilege = 'create' THEN 14 END AS _until_major, -- before 15
       o.parent_kind AS _parent_kind,
       o.parent AS _parent,
       o.root AS _root
  FROM every o
  LEFT JOIN pg_roles grantee ON grantee.oid = o.grantee
 WHERE o.grantee = 0 OR grantee.oid IS NOT NULL
