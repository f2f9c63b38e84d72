-- A mark for each object of the catalog that a kind reads or whose name a kind prints, made of the xmin of its rows: an
-- equal mark before and after, and it did not move in between. What lies on a relation (columns, indexes, constraints,
-- triggers, comments, ...) is in the relation's mark. Temporary and TOAST relations are left out, an application makes and
-- drops them all day. Where a role without rights may not see xmin, what it may see is taken by value.
-- The statement has parts, so that Marks can also ask for what is new alone (moves.sql): what may be large, what is
-- small in every database, and how many rows there are.
-- part: schemas
WITH temporary AS MATERIALIZED (
     SELECT n.oid
       FROM pg_namespace n
      WHERE left(n.nspname, 8) = 'pg_temp_' OR left(n.nspname, 9) = 'pg_toast_'
     ),
     namespace AS MATERIALIZED (
     SELECT n.oid, n.xmin::text::bigint AS xmin
       FROM pg_namespace n
      WHERE n.oid NOT IN (SELECT t.oid FROM temporary t)
     ),
-- part: large
     -- catalog, object, and a number that changes with the row
     relation AS MATERIALIZED (
     -- an index lies on its table, until 13 its validity changes in place; a composite type's attributes lie on the type
     SELECT c.oid,
            CASE c.relkind WHEN 'c' THEN 'pg_type' ELSE 'pg_class' END AS catalog,
            CASE c.relkind WHEN 'c' THEN c.reltype ELSE coalesce(i.indrelid, c.oid) END AS owner,
            c.xmin::text::bigint + coalesce(i.xmin::text::bigint << 32, 0) + coalesce(i.indisvalid::integer, 0) AS mark
       FROM pg_class c
       LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE c.oid >= 16384
        AND c.relpersistence <> 't'
        AND c.relnamespace <> 'pg_toast'::regnamespace
     ),
     large(catalog, oid, mark) AS (
     SELECT r.catalog, r.owner, hashoidextended(r.oid, r.mark) FROM relation r
      UNION ALL
     SELECT r.catalog, r.owner, a.mark
       FROM (SELECT a.attrelid, hashtextextended(sum(hashoidextended(a.attrelid, (a.attnum::bigint << 32) | a.xmin::text::bigint))::text, 0) AS mark
               FROM pg_attribute a WHERE a.attnum > 0 AND a.attrelid >= 16384 GROUP BY a.attrelid) a
       JOIN relation r ON r.oid = a.attrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(d.oid, d.xmin::text::bigint) FROM pg_attrdef d JOIN relation r ON r.oid = d.adrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(k.oid, k.xmin::text::bigint) FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid
      UNION ALL
     SELECT 'pg_type', k.contypid, hashoidextended(k.oid, k.xmin::text::bigint) FROM pg_constraint k WHERE k.conrelid = 0 AND k.oid >= 16384
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(w.oid, w.xmin::text::bigint) FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(p.oid, p.xmin::text::bigint) FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(s.seqrelid, s.xmin::text::bigint) FROM pg_sequence s JOIN relation r ON r.oid = s.seqrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(h.inhparent, h.xmin::text::bigint) FROM pg_inherits h JOIN relation r ON r.oid = h.inhrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(p.partrelid, p.xmin::text::bigint) FROM pg_partitioned_table p JOIN relation r ON r.oid = p.partrelid
      UNION ALL
     SELECT r.catalog, r.owner, hashoidextended(s.oid, s.xmin::text::bigint) FROM pg_statistic_ext s JOIN relation r ON r.oid = s.stxrelid
      UNION ALL
     SELECT 'pg_class', f.ftrelid, hashoidextended(f.ftrelid, f.xmin::text::bigint) FROM pg_foreign_table f
      UNION ALL
     -- which sequence belongs to which column
     SELECT r.catalog, r.owner, hashoidextended(d.refobjid, d.refobjsubid::bigint << 32 | d.xmin::text::bigint)
       FROM pg_sequence s
       JOIN relation r ON r.oid = s.seqrelid
       JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.deptype IN ('a', 'i')
      UNION ALL
     -- of the server's own objects those with rights that may have been changed
     SELECT 'pg_class', c.oid, hashoidextended(c.oid, c.xmin::text::bigint) FROM pg_class c WHERE c.oid < 16384 AND c.relacl IS NOT NULL
      UNION ALL
     SELECT 'pg_class', a.attrelid, hashoidextended(a.attrelid, (a.attnum::bigint << 32) | a.xmin::text::bigint)
       FROM pg_attribute a WHERE a.attrelid < 16384 AND a.attacl IS NOT NULL
      UNION ALL
     SELECT 'pg_proc', p.oid, hashoidextended(p.oid, p.xmin::text::bigint) FROM pg_proc p WHERE p.oid < 16384 AND p.proacl IS NOT NULL
      UNION ALL
     SELECT 'pg_type', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_type t WHERE t.oid < 16384 AND t.typacl IS NOT NULL
      UNION ALL
     -- routines, types and what goes with them; the row types of relations and their arrays lie on these
     SELECT 'pg_proc', p.oid, hashoidextended(p.oid, p.xmin::text::bigint)
       FROM pg_proc p JOIN namespace n ON n.oid = p.pronamespace WHERE p.oid >= 16384
      UNION ALL
     SELECT coalesce(r.catalog, 'pg_type'), coalesce(r.owner, t.oid), hashoidextended(t.oid, t.xmin::text::bigint)
       FROM pg_type t
       JOIN namespace n ON n.oid = t.typnamespace
       LEFT JOIN pg_type e ON t.typrelid = 0 AND e.oid = t.typelem AND e.typarray = t.oid
       LEFT JOIN pg_class c ON c.oid = coalesce(e.typrelid, t.typrelid) AND c.relkind <> 'c'
       LEFT JOIN relation r ON r.oid = c.oid
      WHERE t.oid >= 16384
      UNION ALL
     SELECT coalesce(r.catalog, d.classoid::regclass::text), coalesce(r.owner, d.objoid),
            hashoidextended(d.objoid, d.objsubid::bigint << 32 | d.xmin::text::bigint)
       FROM pg_description d
       LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
       LEFT JOIN pg_trigger t ON d.classoid = 'pg_trigger'::regclass AND t.oid = d.objoid
       LEFT JOIN pg_policy p ON d.classoid = 'pg_policy'::regclass AND p.oid = d.objoid
       LEFT JOIN pg_rewrite w ON d.classoid = 'pg_rewrite'::regclass AND w.oid = d.objoid
       LEFT JOIN pg_statistic_ext s ON d.classoid = 'pg_statistic_ext'::regclass AND s.oid = d.objoid
       LEFT JOIN relation r ON r.oid = CASE WHEN d.classoid = 'pg_class'::regclass THEN d.objoid
                                            ELSE coalesce(k.conrelid, t.tgrelid, p.polrelid, w.ev_class, s.stxrelid) END
      WHERE d.objoid >= 16384 OR d.classoid IN ('pg_namespace'::regclass, 'pg_extension'::regclass)
     ),
-- part: small
     small(catalog, oid, mark) AS (
     SELECT 'pg_proc', g.aggfnoid::oid, hashoidextended(g.aggfnoid, g.xmin::text::bigint) FROM pg_aggregate g WHERE g.aggfnoid >= 16384
      UNION ALL
     SELECT 'pg_type', l.enumtypid, hashoidextended(l.oid, l.xmin::text::bigint) FROM pg_enum l
      UNION ALL
     SELECT 'pg_type', g.rngtypid, hashoidextended(g.rngtypid, g.xmin::text::bigint) FROM pg_range g WHERE g.rngtypid >= 16384
      UNION ALL
     SELECT 'pg_cast', k.oid, hashoidextended(k.oid, k.xmin::text::bigint) FROM pg_cast k WHERE k.oid >= 16384
      UNION ALL
     SELECT 'pg_operator', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_operator o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_opclass', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_opclass o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_opfamily', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_opfamily o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_amop', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_amop o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_amproc', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_amproc o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_collation', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_collation o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_conversion', o.oid, hashoidextended(o.oid, o.xmin::text::bigint) FROM pg_conversion o WHERE o.oid >= 16384
      UNION ALL
     SELECT 'pg_ts_config', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_ts_config t WHERE t.oid >= 16384
      UNION ALL
     SELECT 'pg_ts_config', t.mapcfg, hashoidextended(t.mapcfg, (t.maptokentype::bigint << 40) | (t.mapseqno::bigint << 32) | t.xmin::text::bigint)
       FROM pg_ts_config_map t WHERE t.mapcfg >= 16384
      UNION ALL
     SELECT 'pg_ts_dict', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_ts_dict t WHERE t.oid >= 16384
      UNION ALL
     SELECT 'pg_ts_parser', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_ts_parser t WHERE t.oid >= 16384
      UNION ALL
     SELECT 'pg_ts_template', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_ts_template t WHERE t.oid >= 16384
      UNION ALL
     SELECT 'pg_transform', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_transform t
      UNION ALL
     SELECT 'pg_language', l.oid, hashoidextended(l.oid, l.xmin::text::bigint) FROM pg_language l
      UNION ALL
     SELECT 'pg_am', a.oid, hashoidextended(a.oid, a.xmin::text::bigint) FROM pg_am a
      UNION ALL
     SELECT 'pg_event_trigger', e.oid, hashoidextended(e.oid, e.xmin::text::bigint) FROM pg_event_trigger e
      UNION ALL
     SELECT 'pg_namespace', n.oid, hashoidextended(n.oid, n.xmin) FROM namespace n
      UNION ALL
     -- extensions, and what belongs to them
     SELECT 'pg_extension', e.oid, hashoidextended(e.oid, e.xmin::text::bigint) FROM pg_extension e
      UNION ALL
     SELECT 'pg_extension', d.refobjid, hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint)
       FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass
      UNION ALL
     -- foreign data and replication
     SELECT 'pg_foreign_data_wrapper', w.oid, hashoidextended(w.oid, w.xmin::text::bigint) FROM pg_foreign_data_wrapper w
      UNION ALL
     SELECT 'pg_foreign_server', f.oid, hashoidextended(f.oid, f.xmin::text::bigint) FROM pg_foreign_server f
      UNION ALL
     SELECT 'pg_user_mappings', m.umid, hashtextextended(concat_ws('|', m.srvid, m.umuser, m.umoptions), 0) FROM pg_user_mappings m
      UNION ALL
     SELECT 'pg_publication', p.oid, hashoidextended(p.oid, p.xmin::text::bigint) FROM pg_publication p
      UNION ALL
     SELECT 'pg_publication', p.prpubid, hashoidextended(p.oid, p.xmin::text::bigint) FROM pg_publication_rel p
      UNION ALL
     -- its schemas stand in pg_publication_namespace, which 13 and 14 do not have: each has a dependency
     SELECT 'pg_publication', d.objid, hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint)
       FROM pg_depend d WHERE d.classid = to_regclass('pg_catalog.pg_publication_namespace')
      UNION ALL
     SELECT 'pg_subscription', 0, hashtextextended(concat_ws('|', s.subowner, s.subenabled, s.subslotname, s.subpublications, s.subname), s.subdbid::bigint)
       FROM pg_subscription s
      UNION ALL
     SELECT 'pg_subscription', x.srsubid, hashoidextended(x.srrelid, x.srsubid::bigint) FROM pg_subscription_rel x
      UNION ALL
     -- rights, labels and comments
     SELECT 'pg_default_acl', d.oid, hashoidextended(d.oid, d.xmin::text::bigint) FROM pg_default_acl d
      UNION ALL
     SELECT 'pg_init_privs', i.objoid, hashoidextended(i.objoid, i.objsubid::bigint << 32 | i.xmin::text::bigint) FROM pg_init_privs i
      UNION ALL
     SELECT 'pg_seclabel', l.objoid, hashoidextended(l.objoid, l.objsubid::bigint << 32 | l.xmin::text::bigint) FROM pg_seclabel l
      UNION ALL
     SELECT 'pg_shseclabel', l.objoid, hashoidextended(l.objoid, l.xmin::text::bigint) FROM pg_shseclabel l
      UNION ALL
     SELECT 'pg_shdescription', d.objoid, hashoidextended(d.objoid, d.xmin::text::bigint) FROM pg_shdescription d
      UNION ALL
     -- what all databases of the server share. pg_parameter_acl, which 13 and 14 do not have, is not here: one
     -- statement reads it and nothing else shows it, so that its state is true together with all the rest
     SELECT 'pg_roles', 0, hashtextextended(concat_ws('|', r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole,
            r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls, r.rolconnlimit, r.rolvaliduntil), r.oid::bigint)
       FROM pg_roles r
      UNION ALL
     SELECT 'pg_auth_members', 0, hashoidextended(m.roleid, m.member::bigint << 32 | m.xmin::text::bigint) FROM pg_auth_members m
      UNION ALL
     SELECT 'pg_db_role_setting', 0, hashoidextended(s.setrole, s.setdatabase::bigint << 32 | s.xmin::text::bigint) FROM pg_db_role_setting s
      UNION ALL
     SELECT 'pg_database', b.oid, hashoidextended(b.oid, b.xmin::text::bigint) FROM pg_database b WHERE b.datname = current_database()
      UNION ALL
     SELECT 'pg_tablespace', t.oid, hashoidextended(t.oid, t.xmin::text::bigint) FROM pg_tablespace t
      UNION ALL
     SELECT 'pg_settings', 0, hashtextextended(concat_ws('|', s.name, s.reset_val, s.pending_restart), 0) FROM pg_settings s
     ),
-- part: counts
     -- of what can go without a trace in another row: how many rows there are, the sum of the hashes of their keys, and of those
     -- that may be new the object that each lies on, its key, and the transaction that made it
     held(catalog, rows, keys, fresh) AS MATERIALIZED (
     SELECT 'pg_class', count(*), sum(hashoid(c.oid)),
            array_agg(ARRAY[c.oid::bigint, 0, hashoid(c.oid), c.xmin::text::bigint]) FILTER (WHERE age(c.xmin) <= {age})
       FROM pg_class c WHERE c.relpersistence <> 't' AND c.relnamespace <> 'pg_toast'::regnamespace
      UNION ALL
     SELECT 'pg_constraint', count(*), sum(hashoid(k.oid)),
            array_agg(ARRAY[k.oid::bigint, 0, hashoid(k.oid), k.xmin::text::bigint]) FILTER (WHERE age(k.xmin) <= {age})
       FROM pg_constraint k WHERE k.connamespace NOT IN (SELECT x.oid FROM temporary x)
      UNION ALL
     SELECT 'pg_type', count(*), sum(hashoid(t.oid)),
            array_agg(ARRAY[t.oid::bigint, 0, hashoid(t.oid), t.xmin::text::bigint]) FILTER (WHERE age(t.xmin) <= {age})
       FROM pg_type t WHERE t.typnamespace NOT IN (SELECT x.oid FROM temporary x)
      UNION ALL
     SELECT 'pg_proc', count(*), sum(hashoid(p.oid)),
            array_agg(ARRAY[p.oid::bigint, 0, hashoid(p.oid), p.xmin::text::bigint]) FILTER (WHERE age(p.xmin) <= {age})
       FROM pg_proc p WHERE p.pronamespace NOT IN (SELECT x.oid FROM temporary x)
      UNION ALL
     SELECT 'pg_rewrite', count(*), sum(hashoid(w.oid)),
            array_agg(ARRAY[w.ev_class::bigint, 0, hashoid(w.oid), w.xmin::text::bigint]) FILTER (WHERE age(w.xmin) <= {age})
       FROM pg_rewrite w
      UNION ALL
     SELECT 'pg_trigger', count(*), sum(hashoid(t.oid)),
            array_agg(ARRAY[t.tgrelid::bigint, 0, hashoid(t.oid), t.xmin::text::bigint]) FILTER (WHERE age(t.xmin) <= {age})
       FROM pg_trigger t
      UNION ALL
     SELECT 'pg_policy', count(*), sum(hashoid(p.oid)),
            array_agg(ARRAY[p.polrelid::bigint, 0, hashoid(p.oid), p.xmin::text::bigint]) FILTER (WHERE age(p.xmin) <= {age})
       FROM pg_policy p
      UNION ALL
     SELECT 'pg_statistic_ext', count(*), sum(hashoid(s.oid)),
            array_agg(ARRAY[s.stxrelid::bigint, 0, hashoid(s.oid), s.xmin::text::bigint]) FILTER (WHERE age(s.xmin) <= {age})
       FROM pg_statistic_ext s
      UNION ALL
     SELECT 'pg_inherits', count(*), sum(hashoid(h.inhrelid)::bigint + hashoid(h.inhparent))::bigint,
            array_agg(ARRAY[h.inhrelid::bigint, 0, hashoid(h.inhrelid)::bigint + hashoid(h.inhparent), h.xmin::text::bigint])
              FILTER (WHERE age(h.xmin) <= {age})
       FROM pg_inherits h
      UNION ALL
     -- a comment lies on what it is about
     SELECT 'pg_description', count(*), sum(hashoid(d.objoid)::bigint + hashoid(d.classoid) + d.objsubid)::bigint,
            array_agg(ARRAY[d.classoid::bigint, d.objoid::bigint, hashoid(d.objoid)::bigint + hashoid(d.classoid) + d.objsubid, d.xmin::text::bigint])
              FILTER (WHERE age(d.xmin) <= {age})
       FROM pg_description d
     )
-- part: rows
SELECT 'large' AS part, m.catalog, m.oid::bigint, hashtextextended(count(*) || ':' || sum(m.mark), 0) AS mark, pg_current_snapshot()::text AS snapshot, 0::bigint AS xid
  FROM large m
 GROUP BY m.catalog, m.oid
-- part: rest
 UNION ALL
SELECT 'small', m.catalog, m.oid::bigint, hashtextextended(count(*) || ':' || sum(m.mark), 0), pg_current_snapshot()::text, 0
  FROM small m
 GROUP BY m.catalog, m.oid
 UNION ALL
SELECT 'count', h.catalog, h.rows, coalesce(h.keys, 0), pg_current_snapshot()::text, 0
  FROM held h
