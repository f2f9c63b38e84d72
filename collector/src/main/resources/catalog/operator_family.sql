-- description: An operator family, with the members that no class of it has: mostly those between two types
-- category: code
-- severity: warning; comment=info
-- order: 93
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Apply the migration that creates it, or adds to the server's own family, to the target (ALTER OPERATOR FAMILY ... ADD).
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if no index uses it.
-- advice-different: Align its members by a migration (ALTER OPERATOR FAMILY ... ADD or DROP).
WITH operator AS (
     SELECT m.amopfamily AS family,
            array_agg(format('%s %I.%s(%s, %s)%s', m.amopstrategy, n.nspname, o.oprname,
                             format_type(m.amoplefttype, NULL), format_type(m.amoprighttype, NULL),
                             ' for order by ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname))
                      ORDER BY format_type(m.amoplefttype, NULL) COLLATE "C", format_type(m.amoprighttype, NULL) COLLATE "C",
                               m.amopstrategy, m.amoppurpose) AS members
       FROM pg_amop m
       JOIN pg_operator o ON o.oid = m.amopopr
       JOIN pg_namespace n ON n.oid = o.oprnamespace
       LEFT JOIN pg_opfamily s ON s.oid = m.amopsortfamily
       LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
      WHERE m.oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_opclass c
                         WHERE c.opcfamily = m.amopfamily AND c.opcintype = m.amoplefttype AND c.opcintype = m.amoprighttype)
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')
      GROUP BY m.amopfamily
     ), function AS (
     SELECT m.amprocfamily AS family,
            array_agg(format('%s (%s, %s) %I.%I(%s)', m.amprocnum,
                             format_type(m.amproclefttype, NULL), format_type(m.amprocrighttype, NULL),
                             n.nspname, f.proname, oidvectortypes(f.proargtypes))
                      ORDER BY format_type(m.amproclefttype, NULL) COLLATE "C", format_type(m.amprocrighttype, NULL) COLLATE "C",
                               m.amprocnum) AS members
       FROM pg_amproc m
       JOIN pg_proc f ON f.oid = m.amproc
       JOIN pg_namespace n ON n.oid = f.pronamespace
      WHERE m.oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_opclass c
                         WHERE c.opcfamily = m.amprocfamily AND c.opcintype = m.amproclefttype AND c.opcintype = m.amprocrighttype)
        AND NOT EXISTS (SELECT FROM pg_depend e
                         WHERE e.classid = 'pg_proc'::regclass AND e.objid = f.oid AND e.deptype = 'e')
      GROUP BY m.amprocfamily
     )
SELECT n.nspname AS id_schema,
       fa.opfname AS id_operator_family,
       am.amname AS id_access_method,
       coalesce(operator.members, '{}') AS operators,
       coalesce(function.members, '{}') AS functions,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_opfamily fa
  JOIN pg_namespace n ON n.oid = fa.opfnamespace
  JOIN pg_am am ON am.oid = fa.opfmethod
  LEFT JOIN operator ON operator.family = fa.oid
  LEFT JOIN function ON function.family = fa.oid
  LEFT JOIN pg_roles r ON r.oid = fa.opfowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_opfamily'::regclass AND d.objoid = fa.oid AND d.objsubid = 0
 -- of the server's own families only those that a user added to, and then with these members alone
 WHERE (left(n.nspname, 3) <> 'pg_' OR operator.members IS NOT NULL OR function.members IS NOT NULL)
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = fa.oid AND e.deptype = 'e')
