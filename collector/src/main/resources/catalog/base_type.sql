-- description: A base type made of input and output functions, or a shell type that waits for them
-- category: structure
-- severity: warning; comment=info
-- order: 31
-- refresh: follow pg_proc
-- roles: owner
-- advice-missing: Create the type in the target (CREATE TYPE) with the migration or package that made it in the baseline.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: Align it by a migration (ALTER TYPE ... SET); what that cannot change needs a new type.
SELECT n.nspname AS id_schema,
       t.typname AS id_type,
       t.typisdefined AS defined,
       part.input AS input,
       part.output AS output,
       part.receive AS receive,
       part.send AS send,
       part.modifier_input AS modifier_input,
       part.modifier_output AS modifier_output,
       part.analyze AS "analyze",
       part.subscript AS subscript, -- since 14
       t.typlen AS length,
       t.typbyval AS by_value,
       CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END AS alignment,
       CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END AS storage,
       t.typcategory::text AS category,
       t.typispreferred AS preferred,
       t.typdelim::text AS delimiter,
       CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS element,
       t.typcollation <> 0 AS collatable,
       t.typdefault AS "default",
       d.description AS comment,
       r.rolname AS owner
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  -- operand types follow from the role: names are enough
  CROSS JOIN LATERAL (
       SELECT max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typinput) AS input,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typoutput) AS output,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typreceive) AS receive,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typsend) AS send,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typmodin) AS modifier_input,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typmodout) AS modifier_output,
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typsubscript) AS subscript, -- since 14
              max(format('%I.%I', fn.nspname, f.proname)) FILTER (WHERE f.oid = t.typanalyze) AS "analyze"
         FROM pg_proc f
         JOIN pg_namespace fn ON fn.oid = f.pronamespace
        WHERE f.oid IN (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout,
                        t.typsubscript, -- since 14
                        t.typanalyze)
       ) part
  LEFT JOIN pg_roles r ON r.oid = t.typowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 -- the server's own mark of a shell type is that of pseudo-types
 WHERE (t.typtype = 'b' OR (t.typtype = 'p' AND NOT t.typisdefined))
   -- array types are made and dropped with their element's type
   AND NOT EXISTS (SELECT FROM pg_type element WHERE element.oid = t.typelem AND element.typarray = t.oid)
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
