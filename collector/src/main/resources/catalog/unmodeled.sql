-- description: An object that somebody made and that no kind of Evenkeel's covers: it is only known to be there
-- category: structure
-- severity: warning
-- order: 990
-- refresh: always; by relation
-- advice-missing: Compare it by hand, and tell Evenkeel's makers which kind of object it is.
-- advice-unexpected: Compare it by hand, and tell Evenkeel's makers which kind of object it is.
WITH known(catalog) AS (
     -- every catalog of PostgreSQL 13 to 18; CoverageTest keeps this list and says which kind reads which
     VALUES ('pg_aggregate'), ('pg_am'), ('pg_amop'), ('pg_amproc'), ('pg_attrdef'), ('pg_attribute'), ('pg_auth_members'),
            ('pg_cast'), ('pg_class'), ('pg_collation'), ('pg_constraint'), ('pg_conversion'),
            ('pg_database'), ('pg_db_role_setting'), ('pg_default_acl'), ('pg_depend'), ('pg_description'), ('pg_enum'),
            ('pg_event_trigger'), ('pg_extension'), ('pg_foreign_data_wrapper'), ('pg_foreign_server'),
            ('pg_foreign_table'), ('pg_index'), ('pg_inherits'), ('pg_init_privs'), ('pg_language'), ('pg_largeobject'),
            ('pg_largeobject_metadata'), ('pg_namespace'), ('pg_opclass'), ('pg_operator'), ('pg_opfamily'),
            ('pg_parameter_acl'), ('pg_partitioned_table'), ('pg_policy'), ('pg_proc'), ('pg_publication'),
            ('pg_publication_namespace'), ('pg_publication_rel'), ('pg_range'), ('pg_replication_origin'), ('pg_rewrite'),
            ('pg_seclabel'), ('pg_sequence'), ('pg_shdepend'), ('pg_shdescription'), ('pg_shseclabel'), ('pg_statistic'),
            ('pg_statistic_ext'), ('pg_statistic_ext_data'), ('pg_subscription'), ('pg_subscription_rel'),
            ('pg_tablespace'), ('pg_transform'), ('pg_trigger'), ('pg_ts_config'), ('pg_ts_config_map'), ('pg_ts_dict'),
            ('pg_ts_parser'), ('pg_ts_template'), ('pg_type'), ('pg_user_mapping')
     ),
     unknown_catalog AS MATERIALIZED (
     SELECT c.oid
       FROM pg_class c
      WHERE c.relnamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = 'pg_catalog')
        AND c.relkind = 'r'
        -- the catalog of roles, which is closed: a view shows them
        AND c.oid <> 1260
        AND c.relname NOT IN (SELECT k.catalog FROM known k)
     ),
     home AS MATERIALIZED (
     SELECT n.oid
       FROM pg_namespace n
      WHERE n.nspname IN ('pg_catalog', 'information_schema')
     ),
     found(classid, objid, reason, relid) AS (
     -- a catalog of a later server: its rows are met as those that depend, or that are spoken of
     SELECT d.classid, d.objid, 'no kind reads this catalog', 0::oid
       FROM unknown_catalog u JOIN pg_depend d ON d.classid = u.oid
      WHERE false -- by relation
      UNION
     SELECT d.refclassid, d.refobjid, 'no kind reads this catalog', 0
       FROM unknown_catalog u JOIN pg_depend d ON d.refclassid = u.oid
      WHERE false -- by relation
      UNION
     SELECT d.classid, d.objid, 'no kind reads this catalog', 0
       FROM unknown_catalog u JOIN pg_shdepend d ON d.classid = u.oid
      WHERE d.dbid IN (0, (SELECT b.oid FROM pg_database b WHERE b.datname = current_database()))
        AND false -- by relation
      UNION
     SELECT d.classoid, d.objoid, 'no kind reads this catalog', 0
       FROM unknown_catalog u JOIN pg_description d ON d.classoid = u.oid
      WHERE false -- by relation
      UNION
     SELECT l.classoid, l.objoid, 'no kind reads this catalog', 0
       FROM unknown_catalog u JOIN pg_seclabel l ON l.classoid = u.oid
      WHERE false -- by relation
      UNION ALL
     -- a new sort of something known
     SELECT 'pg_class'::regclass, c.oid, 'relation of type ' || c.relkind::text, c.oid
       FROM pg_class c
      WHERE c.relkind NOT IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I', 't', 'c')
        AND c.oid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT 'pg_proc'::regclass, p.oid, 'routine of type ' || p.prokind::text, 0
       FROM pg_proc p
      WHERE p.prokind NOT IN ('f', 'p', 'w', 'a')
        AND false -- by relation
      UNION ALL
     SELECT 'pg_type'::regclass, t.oid, 'type of type ' || t.typtype::text, 0
       FROM pg_type t
      WHERE t.typtype NOT IN ('b', 'c', 'd', 'e', 'r', 'm')
        -- a shell type is a base type that is not defined yet
        AND (t.typtype <> 'p' OR t.typisdefined)
        AND false -- by relation
      UNION ALL
     SELECT 'pg_constraint'::regclass, k.oid, 'constraint of type ' || k.contype::text, k.conrelid
       FROM pg_constraint k
      WHERE k.contype NOT IN ('p', 'u', 'f', 'c', 'x', 'n', 't')
        AND k.conrelid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT 'pg_trigger'::regclass, t.oid, 'trigger of type ' || t.tgtype::text, t.tgrelid
       FROM pg_trigger t
      WHERE t.tgtype & ~127::smallint <> 0
        AND t.tgrelid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT 'pg_statistic_ext'::regclass, s.oid, 'statistics of types ' || array_to_string(s.stxkind, ''), s.stxrelid
       FROM pg_statistic_ext s
      WHERE NOT s.stxkind <@ '{d,f,m,e}'::"char"[]
        AND s.stxrelid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT 'pg_collation'::regclass, o.oid, 'collation of provider ' || o.collprovider::text, 0
       FROM pg_collation o
      WHERE o.collprovider NOT IN ('b', 'c', 'd', 'i')
        AND false -- by relation
      UNION ALL
     SELECT 'pg_cast'::regclass, k.oid, 'cast of method ' || k.castmethod::text, 0
       FROM pg_cast k
      WHERE k.castmethod NOT IN ('f', 'i', 'b')
        AND false -- by relation
      UNION ALL
     SELECT 'pg_policy'::regclass, p.oid, 'policy for command ' || p.polcmd::text, p.polrelid
       FROM pg_policy p
      WHERE p.polcmd NOT IN ('r', 'a', 'w', 'd', '*')
        AND p.polrelid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT 'pg_default_acl'::regclass, d.oid, 'default privileges on objects of type ' || d.defaclobjtype::text, 0
       FROM pg_default_acl d
      WHERE d.defaclobjtype NOT IN ('r', 'S', 'f', 'T', 'n', 'L')
        AND false -- by relation
      UNION ALL
     -- what somebody put among the server's own objects
     SELECT 'pg_proc'::regclass, p.oid, 'made in a schema of the server', 0
       FROM pg_proc p
      WHERE p.pronamespace IN (SELECT h.oid FROM home h)
        AND false -- by relation
      UNION ALL
     SELECT 'pg_class'::regclass, c.oid, 'made in a schema of the server', c.oid
       FROM pg_class c
      WHERE c.relnamespace IN (SELECT h.oid FROM home h)
        AND c.relkind NOT IN ('i', 'I')
        AND c.oid = ANY ({relations}) -- by relation
      UNION ALL
     SELECT 'pg_type'::regclass, t.oid, 'made in a schema of the server', 0
       FROM pg_type t
      WHERE t.typnamespace IN (SELECT h.oid FROM home h)
        AND t.typrelid = 0 AND t.typelem = 0
        AND false -- by relation
      UNION ALL
     SELECT 'pg_operator'::regclass, o.oid, 'made in a schema of the server', 0
       FROM pg_operator o
      WHERE o.oprnamespace IN (SELECT h.oid FROM home h)
        AND false -- by relation
      UNION ALL
     SELECT 'pg_opclass'::regclass, o.oid, 'made in a schema of the server', 0
       FROM pg_opclass o
      WHERE o.opcnamespace IN (SELECT h.oid FROM home h)
        AND false -- by relation
      UNION ALL
     SELECT 'pg_collation'::regclass, o.oid, 'made in a schema of the server', 0
       FROM pg_collation o
      WHERE o.collnamespace IN (SELECT h.oid FROM home h)
        AND false -- by relation
      UNION ALL
     SELECT 'pg_ts_config'::regclass, t.oid, 'made in a schema of the server', 0
       FROM pg_ts_config t
      WHERE t.cfgnamespace IN (SELECT h.oid FROM home h)
        AND false -- by relation
      UNION ALL
     SELECT 'pg_ts_dict'::regclass, t.oid, 'made in a schema of the server', 0
       FROM pg_ts_dict t
      WHERE t.dictnamespace IN (SELECT h.oid FROM home h)
        AND false -- by relation
     )
SELECT named.type AS id_type,
       named.identity AS id_object,
       max(f.relid) FILTER (WHERE f.relid >= 16384) AS _oid,
       string_agg(DISTINCT f.reason, '; ') AS _reason
  FROM found f
 CROSS JOIN LATERAL pg_identify_object(f.classid, f.objid, 0) AS named
 WHERE f.objid >= 16384
   AND named.identity IS NOT NULL
   AND coalesce(left(named.schema, 7), '') <> 'pg_temp'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = f.classid AND e.objid = f.objid AND e.deptype = 'e')
 GROUP BY named.type, named.identity
