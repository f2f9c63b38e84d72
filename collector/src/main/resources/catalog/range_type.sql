-- description: A range type with its multirange; their constructors belong to it
-- category: structure
-- severity: warning; multirange_comment=info; comment=info
-- order: 34
-- refresh: follow pg_proc, pg_collation, pg_opclass
-- roles: owner
-- advice-missing: Create the type in the target (CREATE TYPE ... AS RANGE) before what uses it.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: A range type cannot be altered: create a new one, move the columns over and drop the old one.
SELECT n.nspname AS id_schema,
       t.typname AS id_type,
       format_type(g.rngsubtype, NULL) AS subtype,
       format('%I.%I', ocn.nspname, oc.opcname) AS operator_class,
       CASE WHEN co.oid IS NOT NULL THEN format('%I.%I', con.nspname, co.collname) END AS collation,
       CASE WHEN cf.oid IS NOT NULL THEN format('%I.%I', cfn.nspname, cf.proname) END AS canonical,
       CASE WHEN df.oid IS NOT NULL THEN format('%I.%I', dfn.nspname, df.proname) END AS subtype_diff,
       -- unless it is the server's own choice
       CASE WHEN m.typnamespace <> t.typnamespace OR m.typname <> own.multirange THEN format('%I.%I', mn.nspname, m.typname) END AS multirange, -- since 14
       md.description AS multirange_comment, -- since 14
       d.description AS comment,
       r.rolname AS owner
  FROM pg_range g
  JOIN pg_type t ON t.oid = g.rngtypid
  JOIN pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_opclass oc ON oc.oid = g.rngsubopc
  JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
  LEFT JOIN pg_collation co ON co.oid = g.rngcollation
  LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
  LEFT JOIN pg_proc cf ON cf.oid = g.rngcanonical
  LEFT JOIN pg_namespace cfn ON cfn.oid = cf.pronamespace
  LEFT JOIN pg_proc df ON df.oid = g.rngsubdiff
  LEFT JOIN pg_namespace dfn ON dfn.oid = df.pronamespace
  JOIN pg_type m ON m.oid = g.rngmultitypid -- since 14
  JOIN pg_namespace mn ON mn.oid = m.typnamespace -- since 14
  CROSS JOIN LATERAL (SELECT left(CASE WHEN strpos(t.typname, 'range') > 0 THEN regexp_replace(t.typname, 'range', 'multirange') ELSE left(t.typname, 52) || '_multirange' END, 63) AS multirange) own -- since 14
  LEFT JOIN pg_description md ON md.classoid = 'pg_type'::regclass AND md.objoid = m.oid AND md.objsubid = 0 -- since 14
  LEFT JOIN pg_roles r ON r.oid = t.typowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
