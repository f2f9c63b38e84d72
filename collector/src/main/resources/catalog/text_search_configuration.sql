-- description: A text search configuration: its parser, and which dictionaries see which kind of token
-- category: code
-- severity: warning; comment=info
-- order: 39
-- roles: owner
-- advice-missing: Create it in the target (CREATE TEXT SEARCH CONFIGURATION), after its dictionaries.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: Align it by a migration (ALTER TEXT SEARCH CONFIGURATION ... MAPPING), then rebuild stored tsvectors and their indexes.
SELECT n.nspname AS id_schema,
       c.cfgname AS id_configuration,
       format('%I.%I', pn.nspname, p.prsname) AS parser,
       ARRAY(SELECT coalesce(k.alias, m.maptokentype::text) || ': '
                    || string_agg(format('%I.%I', dn.nspname, di.dictname), ', ' ORDER BY m.mapseqno)
               FROM pg_ts_config_map m
               JOIN pg_ts_dict di ON di.oid = m.mapdict
               JOIN pg_namespace dn ON dn.oid = di.dictnamespace
               LEFT JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype
              WHERE m.mapcfg = c.oid
              GROUP BY m.maptokentype, k.alias
              ORDER BY m.maptokentype) AS mappings,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_ts_config c
  JOIN pg_namespace n ON n.oid = c.cfgnamespace
  JOIN pg_ts_parser p ON p.oid = c.cfgparser
  JOIN pg_namespace pn ON pn.oid = p.prsnamespace
  LEFT JOIN pg_roles r ON r.oid = c.cfgowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_ts_config'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = c.oid AND e.deptype = 'e')
