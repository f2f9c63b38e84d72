-- description: An operator class: how an access method works with a type, with the members on that type alone
-- category: code
-- severity: warning; comment=info
-- order: 94
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Apply the migration that creates it to the target; its operators and functions have to be there first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if no index uses it.
-- advice-different: Replace it (DROP and CREATE OPERATOR CLASS) together with the indexes on it; what they hold may not fit the other one.
SELECT n.nspname AS id_schema,
       c.opcname AS id_operator_class,
       am.amname AS id_access_method,
       format('%I.%I', fan.nspname, fa.opfname) AS family,
       format_type(c.opcintype, NULL) AS type,
       c.opcdefault AS "default",
       CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END AS storage,
       -- by type, for what pg_depend calls a member of the class rather than of the family changed in 14
       ARRAY(SELECT format('%s %I.%s%s', m.amopstrategy, opn.nspname, op.oprname,
                           ' for order by ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname))
               FROM pg_amop m
               JOIN pg_operator op ON op.oid = m.amopopr
               JOIN pg_namespace opn ON opn.oid = op.oprnamespace
               LEFT JOIN pg_opfamily s ON s.oid = m.amopsortfamily
               LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
              WHERE m.amopfamily = c.opcfamily AND m.amoplefttype = c.opcintype AND m.amoprighttype = c.opcintype
              ORDER BY m.amopstrategy, m.amoppurpose) AS operators,
       ARRAY(SELECT format('%s %I.%I(%s)', m.amprocnum, fn.nspname, f.proname, oidvectortypes(f.proargtypes))
               FROM pg_amproc m
               JOIN pg_proc f ON f.oid = m.amproc
               JOIN pg_namespace fn ON fn.oid = f.pronamespace
              WHERE m.amprocfamily = c.opcfamily AND m.amproclefttype = c.opcintype AND m.amprocrighttype = c.opcintype
              ORDER BY m.amprocnum) AS functions,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_opclass c
  JOIN pg_namespace n ON n.oid = c.opcnamespace
  JOIN pg_am am ON am.oid = c.opcmethod
  JOIN pg_opfamily fa ON fa.oid = c.opcfamily
  JOIN pg_namespace fan ON fan.oid = fa.opfnamespace
  LEFT JOIN pg_roles r ON r.oid = c.opcowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_opclass'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_opclass'::regclass AND e.objid = c.oid AND e.deptype = 'e')
