-- description: An aggregate function: its state and the functions that it is made of
-- category: code
-- severity: warning; state_size=info; moving_state_size=info; comment=info
-- order: 91
-- roles: owner
-- free-text: initial, moving_initial
-- advice-missing: Apply the migration that creates it to the target; its functions have to be there first.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target if nothing calls it.
-- advice-different: Bring both to one definition by a migration (CREATE OR REPLACE AGGREGATE).
SELECT n.nspname AS id_schema,
       p.proname AS id_aggregate,
       oidvectortypes(p.proargtypes) AS id_arguments,
       CASE g.aggkind WHEN 'o' THEN 'ordered-set' WHEN 'h' THEN 'hypothetical-set' ELSE 'normal' END AS type,
       ARRAY(SELECT concat_ws(' ', CASE a.mode WHEN 'v' THEN 'variadic' END,
                              quote_ident(nullif(a.name, '')), format_type(a.type, NULL))
               FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargmodes, p.proargnames)
                    WITH ORDINALITY AS a(type, mode, name, position)
              ORDER BY a.position) AS arguments,
       g.aggnumdirectargs AS direct_arguments,
       format_type(p.prorettype, NULL) AS result,
       part.transition AS transition,
       part.final AS final,
       g.aggfinalextra AS final_extra,
       CASE g.aggfinalmodify WHEN 'r' THEN 'read only' WHEN 's' THEN 'shareable' ELSE 'read write' END AS final_modify,
       part.combine AS combine,
       part.serial AS serial,
       part.deserial AS deserial,
       format_type(g.aggtranstype, NULL) AS state,
       g.aggtransspace AS state_size,
       g.agginitval AS initial,
       part.moving_transition AS moving_transition,
       part.moving_inverse AS moving_inverse,
       part.moving_final AS moving_final,
       g.aggmfinalextra AS moving_final_extra,
       CASE g.aggmfinalmodify WHEN 'r' THEN 'read only' WHEN 's' THEN 'shareable' ELSE 'read write' END AS moving_final_modify,
       CASE WHEN g.aggmtranstype <> 0 THEN format_type(g.aggmtranstype, NULL) END AS moving_state,
       g.aggmtransspace AS moving_state_size,
       g.aggminitval AS moving_initial,
       (SELECT format('%I.%s', sn.nspname, s.oprname)
          FROM pg_operator s JOIN pg_namespace sn ON sn.oid = s.oprnamespace
         WHERE s.oid = g.aggsortop) AS sort_operator,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_aggregate g
  JOIN pg_proc p ON p.oid = g.aggfnoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
  -- operand types follow from the state and the arguments: names are enough
  CROSS JOIN LATERAL (
       SELECT max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggtransfn) AS transition,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggfinalfn) AS final,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggcombinefn) AS combine,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggserialfn) AS serial,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggdeserialfn) AS deserial,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggmtransfn) AS moving_transition,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggminvtransfn) AS moving_inverse,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = g.aggmfinalfn) AS moving_final
         FROM pg_proc f
         JOIN pg_namespace fn ON fn.oid = f.pronamespace
        WHERE f.oid IN (g.aggtransfn, g.aggfinalfn, g.aggcombinefn, g.aggserialfn, g.aggdeserialfn,
                        g.aggmtransfn, g.aggminvtransfn, g.aggmfinalfn)
       ) part
  LEFT JOIN pg_roles r ON r.oid = p.proowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
