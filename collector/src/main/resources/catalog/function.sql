-- description: A function, procedure or aggregate: what it takes, returns and does, and with whose rights
-- category: code
-- severity: warning; security_definer=critical; leakproof=critical; settings=critical; cost=info; rows=info; comment=info
-- order: 90
-- version-bound: sql_body
-- advice-missing: Apply the migration that creates it to the target, or CREATE FUNCTION with the baseline's definition.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing calls it.
-- advice-different: Bring both to one definition by a migration (CREATE OR REPLACE FUNCTION). A security definer function needs a fixed search_path.
SELECT n.nspname AS id_schema,
       p.proname AS id_function,
       oidvectortypes(p.proargtypes) AS id_arguments,
       CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'w' THEN 'window' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS type,
       pg_get_function_arguments(p.oid) AS arguments,
       pg_get_function_result(p.oid) AS result,
       l.lanname AS language,
       p.prosrc AS body,
       NULL::text AS sql_body,
       p.probin AS library,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       p.proisstrict AS strict,
       p.prosecdef AS security_definer,
       p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
       p.procost AS cost,
       p.prorows AS rows,
       ARRAY(SELECT s FROM unnest(p.proconfig) AS s ORDER BY s COLLATE "C") AS settings,
       CASE WHEN p.prokind = 'a' THEN ARRAY(
            SELECT format('%s=%s', part.role, part.name)
              FROM pg_aggregate g
              CROSS JOIN LATERAL (
                   SELECT f.role, format('%I.%I', fn.nspname, fp.proname) AS name
                     FROM (VALUES ('transition', g.aggtransfn), ('final', g.aggfinalfn), ('combine', g.aggcombinefn),
                                  ('moving transition', g.aggmtransfn), ('moving inverse', g.aggminvtransfn),
                                  ('moving final', g.aggmfinalfn)) AS f(role, function)
                     JOIN pg_proc fp ON fp.oid = f.function
                     JOIN pg_namespace fn ON fn.oid = fp.pronamespace
                    UNION ALL
                   SELECT 'state', format_type(g.aggtranstype, NULL)
                    UNION ALL
                   SELECT 'initial', g.agginitval WHERE g.agginitval IS NOT NULL
                   ) part
             WHERE g.aggfnoid = p.oid
             ORDER BY part.role COLLATE "C") END AS aggregate,
       d.description AS comment,
       r.rolname AS _owner
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN pg_roles r ON r.oid = p.proowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
   -- constructors of range types: made and dropped with their type
   AND NOT EXISTS (SELECT FROM pg_depend i
                    WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i'
                      AND i.refclassid = 'pg_type'::regclass)
