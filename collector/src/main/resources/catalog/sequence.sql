-- description: A sequence with its parameters; those of serial and identity columns too
-- category: structure
-- severity: warning; cache=info; comment=info
-- order: 40
-- refresh: by relation
-- roles: owner
-- advice-missing: Create it in the target, or apply the migration that creates the column that owns it.
-- advice-unexpected: Drop it from the target if no default uses it, or add it to the baseline by a migration.
-- advice-different: Align it (ALTER SEQUENCE), or ALTER TABLE ... ALTER COLUMN ... SET for an identity column.
SELECT n.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_sequence,
       format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS minimum,
       s.seqmax AS maximum,
       s.seqcache AS cache,
       s.seqcycle AS cycle,
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END AS persistence,
       owned.names AS owned_by,
       coalesce(owned.identity, false) AS identity,
       -- an owned sequence has its table's owner
       CASE WHEN owned.names IS NULL THEN r.rolname END AS owner,
       d.description AS comment
  FROM pg_sequence s
  JOIN pg_class c ON c.oid = s.seqrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_roles r ON r.oid = c.relowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
  LEFT JOIN LATERAL (
       SELECT ARRAY[tn.nspname::text, t.relname::text, a.attname::text] AS names, o.deptype = 'i' AS identity
         FROM pg_depend o
         JOIN pg_class t ON t.oid = o.refobjid
         JOIN pg_namespace tn ON tn.oid = t.relnamespace
         JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
        WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.objsubid = 0
          AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
       ) owned ON true
 WHERE c.relpersistence <> 't'
   AND c.oid = ANY ({relations}) -- by relation
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
