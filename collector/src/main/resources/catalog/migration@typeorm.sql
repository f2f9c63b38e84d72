-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: timestamp:bigint, id:integer|bigint, name:character varying; only; usually migrations
-- advice-missing: Apply it to the target with "typeorm migration:run"; see "typeorm migration:show" first. If it was applied by hand, "typeorm migration:run --fake".
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "typeorm migration:run" there, or undo the last one with "typeorm migration:revert".
-- advice-different: It ran after a later one, because it was merged late: see "typeorm migration:show" on both sides.
SELECT 'typeorm' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.name AS id_version,
       'applied' AS state,
       coalesce(m.timestamp < max(m.timestamp) OVER (ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.id) AS _order
  FROM (SELECT DISTINCT ON (h.name) h.name, h.id, h.timestamp
          FROM {relation} h
         ORDER BY h.name, h.id DESC) m
 -- ordinary tables have these columns too, but no names that end in their timestamp
 WHERE NOT EXISTS (SELECT FROM {relation} o WHERE right(o.name, length(o.timestamp::text)) <> o.timestamp::text)
