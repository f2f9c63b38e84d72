-- Row identities and xmin of every catalog row that a kind reads or whose name a kind prints: equal before and after,
-- nothing moved in between. Temporary and TOAST relations are left out, an application makes and drops them all day.
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
       (SELECT count(*) || ':' || sum(hashoidextended(oid, xmin)) FROM relation),
       (SELECT count(*) || ':' || sum(hashoidextended(oid, xmin)) FROM namespace),
       (SELECT count(*) || ':' || sum(hashoidextended(a.attrelid, (a.attnum::bigint << 32) | a.xmin::text::bigint))
          FROM pg_attribute a JOIN relation ON relation.oid = a.attrelid WHERE a.attnum > 0),
       (SELECT count(*) || ':' || sum(hashoidextended(d.oid, d.xmin::text::bigint))
          FROM pg_attrdef d JOIN relation ON relation.oid = d.adrelid),
       (SELECT count(*) || ':' || sum(hashoidextended(k.oid, k.xmin::text::bigint))
          FROM pg_constraint k JOIN relation ON relation.oid = k.conrelid),
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
       (SELECT count(*) || ':' || sum(hashoidextended(f.ftrelid, f.xmin::text::bigint)) FROM pg_foreign_table f),
       (SELECT count(*) || ':' || sum(hashoidextended(f.oid, f.xmin::text::bigint)) FROM pg_foreign_server f),
       (SELECT count(*) || ':' || sum(hashoidextended(p.oid, p.xmin::text::bigint))
          FROM pg_proc p JOIN namespace ON namespace.oid = p.pronamespace WHERE p.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(g.aggfnoid, g.xmin::text::bigint))
          FROM pg_aggregate g WHERE g.aggfnoid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(t.oid, t.xmin::text::bigint))
          FROM pg_type t JOIN namespace ON namespace.oid = t.typnamespace WHERE t.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(l.oid, l.xmin::text::bigint)) FROM pg_enum l),
       (SELECT count(*) || ':' || sum(hashoidextended(e.oid, e.xmin::text::bigint)) FROM pg_extension e),
       (SELECT count(*) || ':' || sum(hashoidextended(l.oid, l.xmin::text::bigint)) FROM pg_language l),
       (SELECT count(*) || ':' || sum(hashoidextended(a.oid, a.xmin::text::bigint)) FROM pg_am a),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_operator o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_opclass o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(o.oid, o.xmin::text::bigint)) FROM pg_collation o WHERE o.oid >= 16384),
       (SELECT count(*) || ':' || sum(hashoidextended(d.objoid, d.objsubid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_description d WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass),
       -- what belongs to an extension, and which sequence belongs to which column
       (SELECT count(*) || ':' || sum(hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_depend d WHERE d.deptype = 'e'),
       (SELECT count(*) || ':' || sum(hashoidextended(d.objid, d.refobjid::bigint << 32 | d.xmin::text::bigint))
          FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid JOIN relation ON relation.oid = d.objid
         WHERE d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')),
       -- pg_authid is closed to a role without rights; the names are what counts
       (SELECT count(*) || ':' || sum(hashtextextended(r.rolname::text, r.oid::bigint)) FROM pg_roles r))
