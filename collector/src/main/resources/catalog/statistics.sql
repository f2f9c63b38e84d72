-- description: Extended statistics over columns or expressions of a table
-- category: structure
-- severity: info
-- order: 85
-- refresh: by relation
-- parent: table(id_schema, id_table)
-- roles: owner
-- free-text: expressions
-- version-bound: expressions
-- advice-missing: Create it in the target (CREATE STATISTICS), then ANALYZE the table.
-- advice-unexpected: Add it to the baseline by a migration, or drop it from the target (DROP STATISTICS).
-- advice-different: Drop and create it with one definition by a migration, then ANALYZE the table.
SELECT tn.nspname AS id_schema,
       c.oid AS _oid,
       c.relname AS id_table,
       CASE WHEN s.stxnamespace = c.relnamespace THEN ARRAY[s.stxname::text]
            ELSE ARRAY[n.nspname::text, s.stxname::text] END AS id_statistics,
       ARRAY(SELECT CASE kind WHEN 'd' THEN 'ndistinct' WHEN 'f' THEN 'dependencies' WHEN 'm' THEN 'mcv' ELSE kind::text END
               FROM unnest(s.stxkind) AS kind WHERE kind <> 'e' ORDER BY 1) AS kinds,
       ARRAY(SELECT a.attname FROM pg_attribute a
              WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys) ORDER BY a.attname COLLATE "C") AS columns,
       ARRAY(SELECT e FROM unnest(pg_get_statisticsobjdef_expressions(s.oid)) AS e ORDER BY e COLLATE "C") AS expressions, -- since 14
       '{}'::text[] AS expressions, -- before 14
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_statistic_ext s
  JOIN pg_namespace n ON n.oid = s.stxnamespace
  JOIN pg_class c ON c.oid = s.stxrelid
  JOIN pg_namespace tn ON tn.oid = c.relnamespace
  LEFT JOIN pg_roles r ON r.oid = s.stxowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_statistic_ext'::regclass AND d.objoid = s.oid AND d.objsubid = 0
 WHERE c.relpersistence <> 't'
   AND c.oid = ANY ({relations}) -- by relation
   AND left(tn.nspname, 3) <> 'pg_'
   AND tn.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_statistic_ext'::regclass AND e.objid = s.oid AND e.deptype = 'e')
