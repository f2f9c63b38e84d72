-- description: An operator: the function behind it and what the planner is told of it
-- category: code
-- severity: warning; restrict=info; join=info; comment=info
-- order: 92
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Apply the migration that creates it to the target; its function has to be there first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing uses it.
-- advice-different: Align it by a migration (ALTER OPERATOR ... SET, or DROP and CREATE OPERATOR).
SELECT n.nspname AS id_schema,
       o.oprname AS id_operator,
       CASE WHEN o.oprleft = 0 THEN 'none' ELSE format_type(o.oprleft, NULL) END AS id_left,
       CASE WHEN o.oprright = 0 THEN 'none' ELSE format_type(o.oprright, NULL) END AS id_right,
       CASE WHEN o.oprresult <> 0 THEN format_type(o.oprresult, NULL) END AS result,
       -- none: a shell that another operator's commutator or negator made
       CASE WHEN f.oid IS NOT NULL THEN format('%I.%I', fn.nspname, f.proname) END AS procedure,
       CASE WHEN co.oid IS NOT NULL THEN format('%I.%s', con.nspname, co.oprname) END AS commutator,
       CASE WHEN ne.oid IS NOT NULL THEN format('%I.%s', nen.nspname, ne.oprname) END AS negator,
       CASE WHEN rf.oid IS NOT NULL THEN format('%I.%I', rfn.nspname, rf.proname) END AS restrict,
       CASE WHEN jf.oid IS NOT NULL THEN format('%I.%I', jfn.nspname, jf.proname) END AS "join",
       o.oprcanhash AS hashes,
       o.oprcanmerge AS merges,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_operator o
  JOIN pg_namespace n ON n.oid = o.oprnamespace
  LEFT JOIN pg_proc f ON f.oid = o.oprcode
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_operator co ON co.oid = o.oprcom
  LEFT JOIN pg_namespace con ON con.oid = co.oprnamespace
  LEFT JOIN pg_operator ne ON ne.oid = o.oprnegate
  LEFT JOIN pg_namespace nen ON nen.oid = ne.oprnamespace
  LEFT JOIN pg_proc rf ON rf.oid = o.oprrest
  LEFT JOIN pg_namespace rfn ON rfn.oid = rf.pronamespace
  LEFT JOIN pg_proc jf ON jf.oid = o.oprjoin
  LEFT JOIN pg_namespace jfn ON jfn.oid = jf.pronamespace
  LEFT JOIN pg_roles r ON r.oid = o.oprowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_operator'::regclass AND d.objoid = o.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')
