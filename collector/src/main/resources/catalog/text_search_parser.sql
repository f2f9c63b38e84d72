-- description: A text search parser and the functions that it is made of
-- category: code
-- severity: warning; comment=info
-- order: 36
-- refresh: follow pg_proc
-- advice-missing: Create it in the target (CREATE TEXT SEARCH PARSER); only a superuser can.
-- advice-unexpected: Drop it from the target if no configuration uses it, or add it to the baseline.
-- advice-different: Replace it together with the configurations that use it (DROP and CREATE TEXT SEARCH PARSER).
SELECT n.nspname AS id_schema,
       p.prsname AS id_parser,
       format('%I.%I', sn.nspname, s.proname) AS start,
       format('%I.%I', gn.nspname, g.proname) AS get_token,
       format('%I.%I', xn.nspname, x.proname) AS "end",
       CASE WHEN h.oid IS NOT NULL THEN format('%I.%I', hn.nspname, h.proname) END AS headline,
       format('%I.%I', ln.nspname, l.proname) AS token_types,
       d.description AS comment
  FROM pg_ts_parser p
  JOIN pg_namespace n ON n.oid = p.prsnamespace
  JOIN pg_proc s ON s.oid = p.prsstart
  JOIN pg_namespace sn ON sn.oid = s.pronamespace
  JOIN pg_proc g ON g.oid = p.prstoken
  JOIN pg_namespace gn ON gn.oid = g.pronamespace
  JOIN pg_proc x ON x.oid = p.prsend
  JOIN pg_namespace xn ON xn.oid = x.pronamespace
  JOIN pg_proc l ON l.oid = p.prslextype
  JOIN pg_namespace ln ON ln.oid = l.pronamespace
  LEFT JOIN pg_proc h ON h.oid = p.prsheadline
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_description d ON d.classoid = 'pg_ts_parser'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_ts_parser'::regclass AND e.objid = p.oid AND e.deptype = 'e')
