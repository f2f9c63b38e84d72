-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: hash:text, id:integer|bigint, created_at:bigint, name?:text, applied_at?:timestamp without time zone|timestamp with time zone; only; usually __drizzle_migrations
-- unknown-if-null: name
-- advice-missing: Run "drizzle-kit migrate" against the target. It only applies files newer than the newest that has run: an older one that was left out is skipped without a word and has to be run and recorded by hand.
-- advice-unexpected: It ran only in the target, or its file was edited after it ran: bring the file to the baseline and run "drizzle-kit migrate" there.
-- advice-different: It ran after a newer one: compare the journals (meta/_journal.json) of both sides; "drizzle-kit check" finds files that collide.
SELECT 'drizzle' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       -- the only name that every version of the tool stores
       m.hash AS id_version,
       m.name AS name,
       'applied' AS state,
       coalesce(m.created_at < max(m.created_at) OVER (ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.id) AS _order,
       to_char(m.applied_at, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at,
       to_char(to_timestamp(m.created_at / 1000.0), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _generated_at
  -- a column that an old version did not make is taken from "absent"
  FROM (SELECT NULL::text AS name, NULL::timestamptz AS applied_at) absent
 CROSS JOIN LATERAL (
       SELECT DISTINCT ON (hash) hash, id, created_at, name, applied_at
         FROM {relation} h
        ORDER BY hash, id DESC) m
 -- under another name it is a history only if every row has a file's hash
 WHERE {table} = '__drizzle_migrations'
    OR NOT EXISTS (SELECT FROM {relation} o WHERE o.hash !~ '^[0-9a-f]{64}$')
