-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: version_id:bigint, id:integer|bigint, is_applied:boolean, tstamp:timestamp without time zone|timestamp with time zone; only
-- advice-missing: Apply it to the target with "goose up" (a version below the newest one needs "goose -allow-missing up"); see "goose status" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "goose up" there, or undo it with "goose down-to <version before it>".
-- advice-different: It ran after a later version, because it was merged late: see "goose status" on both sides; "goose fix" numbers files anew before they are released.
SELECT 'goose' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version_id AS id_version,
       'applied' AS state,
       coalesce(m.version_id < max(m.version_id) OVER (ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.id) AS _order,
       to_char(m.tstamp, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at
  FROM (SELECT DISTINCT ON (h.version_id) h.version_id, h.id, h.is_applied, h.tstamp
          FROM {relation} h
         ORDER BY h.version_id, h.id DESC) m
 -- the newest row of a version decides; version 0 only marks that the table was made
 WHERE m.is_applied
   AND m.version_id <> 0
