-- description: A text search dictionary: its template and options
-- category: code
-- severity: warning; comment=info
-- order: 38
-- roles: owner
-- advice-missing: Create it in the target (CREATE TEXT SEARCH DICTIONARY); its files have to be on that server.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: Align it by a migration (ALTER TEXT SEARCH DICTIONARY), then rebuild stored tsvectors and their indexes.
SELECT n.nspname AS id_schema,
       t.dictname AS id_dictionary,
       format('%I.%I', tn.nspname, te.tmplname) AS template,
       t.dictinitoption AS options,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_ts_dict t
  JOIN pg_namespace n ON n.oid = t.dictnamespace
  JOIN pg_ts_template te ON te.oid = t.dicttemplate
  JOIN pg_namespace tn ON tn.oid = te.tmplnamespace
  LEFT JOIN pg_roles r ON r.oid = t.dictowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_ts_dict'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = t.oid AND e.deptype = 'e')
