-- description: A label that a security module (such as sepgsql or anon) has put on an object
-- category: security
-- severity: critical
-- order: 150
-- refresh: always
-- parent: _parent_kind(_parent)
-- root: _root
-- advice-missing: Set it in the target by a migration (SECURITY LABEL FOR ... ON ... IS ...).
-- advice-unexpected: Remove it from the target (SECURITY LABEL ... IS NULL), or set it in the baseline by a migration.
-- advice-different: Bring both to one label by a migration (SECURITY LABEL FOR ... ON ... IS ...).
SELECT l.provider AS id_provider,
       named.type AS id_object_type,
       named.object_names || named.object_args AS id_object,
       l.label AS label,
       CASE named.type WHEN 'table' THEN 'table' WHEN 'foreign table' THEN 'table' WHEN 'view' THEN 'view'
            WHEN 'materialized view' THEN 'materialized_view' WHEN 'sequence' THEN 'sequence' WHEN 'schema' THEN 'schema'
            WHEN 'table column' THEN 'column' WHEN 'view column' THEN 'column' WHEN 'foreign table column' THEN 'column'
            WHEN 'materialized view column' THEN 'column' WHEN 'function' THEN 'function' WHEN 'procedure' THEN 'function'
            WHEN 'aggregate' THEN 'aggregate' END AS _parent_kind,
       CASE WHEN named.type IN ('function', 'procedure', 'aggregate')
            THEN named.object_names || array_to_string(named.object_args, ', ') ELSE named.object_names END AS _parent,
       CASE WHEN named.type IN ('function', 'procedure', 'aggregate')
            THEN named.object_names || array_to_string(named.object_args, ', ')
            WHEN named.type LIKE '%column' THEN named.object_names[1:2]
            ELSE named.object_names END AS _root
  FROM pg_seclabel l
 CROSS JOIN LATERAL pg_identify_object_as_address(l.classoid, l.objoid, l.objsubid) AS named
 WHERE named.type IS NOT NULL
   -- data, whose name is a number
   AND l.classoid <> 'pg_largeobject'::regclass
   AND left(named.object_names[1], 7) <> 'pg_temp'
 UNION ALL
SELECT l.provider, 'database', ARRAY['current'], l.label, 'database', ARRAY['current'], ARRAY['current']
  FROM pg_shseclabel l
  JOIN pg_database b ON b.oid = l.objoid
 WHERE l.classoid = 'pg_database'::regclass
   AND b.datname = current_database()
