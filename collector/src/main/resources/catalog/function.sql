-- description: A function, procedure or window function: what it takes, returns and does, and with whose rights
-- category: code
-- severity: warning; security_definer=critical; leakproof=critical; cost=info; rows=info; depends_on_extensions=info; comment=info
-- order: 90
-- refresh: follow pg_type
-- version-bound: defaults, sql_body
-- roles: owner
-- redact: custom_settings
-- free-text: defaults, body, sql_body
-- advice-missing: Apply the migration that creates it to the target, or CREATE FUNCTION with the baseline's definition.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing calls it.
-- advice-different: Bring both to one definition by a migration (CREATE OR REPLACE FUNCTION). A security definer function needs a fixed search_path.
SELECT n.nspname AS id_schema,
       p.proname AS id_function,
       oidvectortypes(p.proargtypes) AS id_arguments,
       CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'w' THEN 'window' ELSE 'function' END AS type,
       -- pg_get_function_arguments prints the modes of procedures otherwise since 14
       ARRAY(SELECT concat_ws(' ', CASE a.mode WHEN 'o' THEN 'out' WHEN 'b' THEN 'inout' WHEN 'v' THEN 'variadic' END,
                              quote_ident(nullif(a.name, '')), format_type(a.type, NULL))
               FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargmodes, p.proargnames)
                    WITH ORDINALITY AS a(type, mode, name, position)
              -- the columns of RETURNS TABLE are in the result
              WHERE a.mode IS DISTINCT FROM 't'
              ORDER BY a.position) AS arguments,
       ARRAY(SELECT format('%s = %s', coalesce(quote_ident(nullif(a.name, '')), '$' || a.position),
                           pg_get_function_arg_default(p.oid, a.position::integer))
               FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargnames)
                    WITH ORDINALITY AS a(type, name, position)
              WHERE p.pronargdefaults > 0
                AND pg_get_function_arg_default(p.oid, a.position::integer) IS NOT NULL
              ORDER BY a.position) AS defaults,
       pg_get_function_result(p.oid) AS result,
       l.lanname AS language,
       CASE WHEN l.lanname NOT IN ('c', 'internal') THEN p.prosrc END AS body,
       pg_get_function_sqlbody(p.oid) AS sql_body, -- since 14
       p.probin AS library,
       CASE WHEN l.lanname IN ('c', 'internal') THEN p.prosrc END AS symbol,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       p.proisstrict AS strict,
       p.prosecdef AS security_definer,
       p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
       p.procost AS cost,
       p.prorows AS rows,
       (SELECT format('%I.%I', sn.nspname, s.proname)
          FROM pg_proc s JOIN pg_namespace sn ON sn.oid = s.pronamespace
         WHERE s.oid = p.prosupport) AS support,
       ARRAY(SELECT format_type(f, NULL) FROM unnest(p.protrftypes) AS f
              ORDER BY format_type(f, NULL) COLLATE "C") AS transforms,
       ARRAY(SELECT s FROM unnest(p.proconfig) AS s
              WHERE strpos(split_part(s, '=', 1), '.') = 0 ORDER BY s COLLATE "C") AS settings,
       -- what applications hand to themselves, secrets too
       ARRAY(SELECT s FROM unnest(p.proconfig) AS s
              WHERE strpos(split_part(s, '=', 1), '.') > 0 ORDER BY s COLLATE "C") AS custom_settings,
       ARRAY(SELECT x.extname::text FROM pg_depend xd JOIN pg_extension x ON x.oid = xd.refobjid
              WHERE xd.classid = 'pg_proc'::regclass AND xd.objid = p.oid
                AND xd.refclassid = 'pg_extension'::regclass AND xd.deptype = 'x'
              ORDER BY x.extname::text COLLATE "C") AS depends_on_extensions,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN pg_roles r ON r.oid = p.proowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE p.prokind <> 'a'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   -- constructors of range types ('i') are made and dropped with their type
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid
                      AND (e.deptype = 'e' OR (e.deptype = 'i' AND e.refclassid = 'pg_type'::regclass)))
