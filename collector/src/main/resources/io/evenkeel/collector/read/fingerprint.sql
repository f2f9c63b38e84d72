-- Row identities and xmin of every catalog row that a kind reads or whose name a kind prints: equal before and after,
-- nothing moved in between. Temporary and TOAST relations are left out, an application makes and drops them all day.
-- Where a role without rights may not see xmin, what it may see is taken by value.
WITH relation AS MATERIALIZED (
     SELECT c.oid, c.xmin::text::bigint AS xmin
       FROM pg_class c
      WHERE c.oid >= 16384
        AND c.relpersistence <> 't'
        AND c.relnamespace <> 'pg_toast'::regnamespace
     ),
     namespace AS MATERIALIZED (
     SELECT n.oid, n.xmin::text::bigint AS xmin
       FROM pg_namespace n
      WHERE left(n.nspname, 8) <> 'pg_temp_'
        AND left(n.nspname, 9) <> 'pg_toast_'
     )
SELECT pg_current_snapshot()::text,
       concat_ws(' ',
       -- tables and what lies on them
       (SELECT count(*) || ':' || sum(hashoidextended(oid, xmin)) FROM relation),
       (SELECT count(*) || ':' || sum(hashoidextended(oid, xmin)) FROM namespace),
       (SELECT count(*) || ':' || sum(hashoidextended(a.attrelid, (a.attnum::bigint << 32) | a.xmin::text::bigint))
          FROM pg_attribute a JOIN relation ON relation.oid = a.attrelid WHERE a.attnum > 0),
       (SELECT count(*) || ':' || sum(hashoidextended(d.oid, d.xmin::text::bigint))
          FROM pg_attrdef d JOIN relation ON relation.oid = d.adrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(k.oid, k.xmin::text::bigint))
          FROM pg_constraint k JOIN relation ON relation.oid = k.conrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(k.oid, k.xmin::text::bigint))
          FROM pg_constraint k WHERE k.conrelid = 0 AND k.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(i.indexrelid, i.xmin::text::bigint))
          FROM pg_index i JOIN relation ON relation.oid = i.indrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(w.oid, w.xmin::text::bigint))
          FROM pg_rewrite w JOIN relation ON relation.oid = w.ev_class),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint))
          FROM pg_trigger t JOIN relation ON relation.oid = t.tgrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(p.oid, p.xmin::text::bigint))
          FROM pg_policy p JOIN relation ON relation.oid = p.polrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(s.seqrelid, s.xmin::text::bigint))
          FROM pg_sequence s JOIN relation ON relation.oid = s.seqrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(h.inhrelid, h.inhparent::bigint << 32 | h.xmin::text::bigint))
          FROM pg_inherits h JOIN relation ON relation.oid = h.inhrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(p.partrelid, p.xmin::text::bigint))
          FROM pg_partitioned_table p JOIN relation ON relation.oid = p.partrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(s.oid, s.xmin::text::bigint))
          FROM pg_statistic_ext s JOIN relation ON relation.oid = s.stxrelid),
       -- routines, types and what goes with them
       (SELECT count(*) || ':' || sum(hashoidextended(p.oid, p.xmin::text::bigint))
          FROM pg_proc p JOIN namespace ON namespace.oid = p.pronamespace WHERE p.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(g.aggfnoid, g.xmin::text::bigint))
          FROM pg_aggregate g WHERE g.aggfnoid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint))
          FROM pg_type t JOIN namespace ON namespace.oid = t.typnamespace WHERE t.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(l.oid, l.xmin::text::bigint)) FROM pg_enum l),
       (SELECT count(*) || ':' || sum(hashoidextended(g.rngtypid, g.xmin::text::bigint))
          FROM pg_range g WHERE g.rngtypid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(k.oid, k.xmin::text::bigint)) FROM pg_cast k WHERE k.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_operator o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_opclass o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_opfamily o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_amop o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_amproc o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_collation o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_conversion o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint)) FROM pg_ts_config t WHERE t.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.mapcfg, (t.maptokentype::bigint << 40) | (t.mapseqno::bigint << 32) | t.xmin::text::bigint))
          FROM pg_ts_config_map t WHERE t.mapcfg >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint)) FROM pg_ts_dict t WHERE t.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint)) FROM pg_ts_parser t WHERE t.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint)) FROM pg_ts_template t WHERE t.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint)) FROM pg_transform t),
       (SELECT count(*) || ':' || sum(hashoidextended(l.oid, l.xmin::text::bigint)) FROM pg_language l),
       (SELECT count(*) || ':' || sum(hashoidextended(a.oid, a.xmin::text::bigint)) FROM pg_am a),
       (SELECT count(*) || ':' || sum(hashoidextended(e.oid, e.xmin::text::bigint)) FROM pg_event_trigger e),
       (SELECT count(*) || ':' || sum(hashoidextended(e.oid, e.xmin::text::bigint)) FROM pg_extension e),
       -- foreign data and replication
       (SELECT count(*) || ':' || sum(hashoidextended(w.oid, w.xmin::text::bigint)) FROM pg_foreign_data_wrapper w),
       (SELECT count(*) || ':' || sum(hashoidextended(f.oid, f.xmin::text::bigint)) FROM pg_foreign_server f),
       (SELECT count(*) || ':' || sum(hashoidextended(f.ftrelid, f.xmin::text::bigint)) FROM pg_foreign_table f),
       (SELECT count(*) || ':' || sum(hashtextextended(concat_ws('|', m.srvid, m.umuser, m.umoptions), m.umid::bigint))
          FROM pg_user_mappings m),
       (SELECT count(*) || ':' || sum(hashoidextended(p.oid, p.xmin::text::bigint)) FROM pg_publication p),
       (SELECT count(*) || ':' || sum(hashoidextended(p.oid, p.xmin::text::bigint)) FROM pg_publication_rel p),
       -- its schemas stand in pg_publication_namespace, which 13 and 14 do not have: each has a dependency
       (SELECT count(*) || ':' || sum(hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_depend d WHERE d.classid = to_regclass('pg_catalog.pg_publication_namespace')),
       (SELECT count(*) || ':' || sum(hashtextextended(concat_ws('|', s.subowner, s.subenabled, s.subslotname, s.subpublications, s.subname), s.subdbid::bigint))
          FROM pg_subscription s),
       (SELECT count(*) || ':' || sum(hashoidextended(x.srrelid, x.srsubid::bigint)) FROM pg_subscription_rel x),
       -- rights, labels and comments; of the server's own objects those with rights that may have been changed
       (SELECT count(*) || ':' || sum(hashoidextended(d.oid, d.xmin::text::bigint)) FROM pg_default_acl d),
       (SELECT count(*) || ':' || sum(hashoidextended(i.objoid, i.objsubid::bigint << 32 | i.xmin::text::bigint))
          FROM pg_init_privs i),
       (SELECT count(*) || ':' || sum(hashoidextended(c.oid, c.xmin::text::bigint))
          FROM pg_class c WHERE c.oid < 16384 AND c.relacl IS NOT NULL),
       (SELECT count(*) || ':' || sum(hashoidextended(a.attrelid, (a.attnum::bigint << 32) | a.xmin::text::bigint))
          FROM pg_attribute a WHERE a.attrelid < 16384 AND a.attacl IS NOT NULL),
       (SELECT count(*) || ':' || sum(hashoidextended(p.oid, p.xmin::text::bigint))
          FROM pg_proc p WHERE p.oid < 16384 AND p.proacl IS NOT NULL),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint))
          FROM pg_type t WHERE t.oid < 16384 AND t.typacl IS NOT NULL),
       (SELECT count(*) || ':' || sum(hashoidextended(l.objoid, l.objsubid::bigint << 32 | l.xmin::text::bigint))
          FROM pg_seclabel l),
       (SELECT count(*) || ':' || sum(hashoidextended(l.objoid, l.xmin::text::bigint)) FROM pg_shseclabel l),
       (SELECT count(*) || ':' || sum(hashoidextended(d.objoid, d.objsubid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_description d
         WHERE d.objoid >= 16384 OR d.classoid IN ('pg_namespace'::regclass, 'pg_extension'::regclass)),
       (SELECT count(*) || ':' || sum(hashoidextended(d.objoid, d.xmin::text::bigint)) FROM pg_shdescription d),
       -- what belongs to an extension, and which sequence belongs to which column
       (SELECT count(*) || ':' || sum(hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass),
       (SELECT count(*) || ':' || sum(hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid JOIN relation ON relation.oid = d.objid
         WHERE d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')),
       -- what all databases of the server share. pg_parameter_acl, which 13 and 14 do not have, is not here: one
       -- statement reads it and nothing else shows it, so that its state is true together with all the rest
       (SELECT count(*) || ':' || sum(hashtextextended(concat_ws('|', r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole,
               r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls, r.rolconnlimit, r.rolvaliduntil), r.oid::bigint))
          FROM pg_roles r),
       (SELECT count(*) || ':' || sum(hashoidextended(m.roleid, m.member::bigint << 32 | m.xmin::text::bigint))
          FROM pg_auth_members m),
       (SELECT count(*) || ':' || sum(hashoidextended(s.setrole, s.setdatabase::bigint << 32 | s.xmin::text::bigint))
          FROM pg_db_role_setting s),
       (SELECT count(*) || ':' || sum(hashoidextended(b.oid, b.xmin::text::bigint))
          FROM pg_database b WHERE b.datname = current_database()),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint)) FROM pg_tablespace t),
       (SELECT count(*) || ':' || sum(hashtextextended(concat_ws('|', s.name, s.reset_val, s.pending_restart), 0))
          FROM pg_settings s))
