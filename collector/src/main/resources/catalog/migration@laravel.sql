-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: migration:character varying, id:integer|bigint, batch:integer; only
-- advice-missing: Apply it to the target with "php artisan migrate"; see "php artisan migrate:status" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "php artisan migrate" there, or undo it with "php artisan migrate:rollback --path=<file>".
-- advice-different: It ran after a later one, because it was merged late: see "php artisan migrate:status" on both sides.
SELECT 'laravel' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.migration AS id_version,
       'applied' AS state,
       coalesce(m.migration COLLATE "C" < max(m.migration COLLATE "C") OVER (ORDER BY m.batch, m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.batch, m.id) AS _order,
       m.batch AS _batch
  FROM (SELECT DISTINCT ON (h.migration) h.migration, h.id, h.batch
          FROM {relation} h
         ORDER BY h.migration, h.id DESC) m
