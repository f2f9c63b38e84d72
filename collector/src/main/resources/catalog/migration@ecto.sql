-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: inserted_at:timestamp without time zone|timestamp with time zone, version:bigint; only
-- advice-missing: Apply it to the target with "mix ecto.migrate" (in a release, "Ecto.Migrator.run/4"); see "mix ecto.migrations" first.
-- advice-unexpected: It ran only in the target ("mix ecto.migrations" shows FILE NOT FOUND): bring its file to the baseline and run "mix ecto.migrate" there, or undo it with "mix ecto.rollback --to <version>".
-- advice-different: It ran after a later one, because it was merged late: see "mix ecto.migrations" on both sides.
SELECT 'ecto' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       'applied' AS state,
       coalesce(m.version < max(m.version) OVER (ORDER BY m.inserted_at, m.version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.inserted_at, m.version) AS _order,
       to_char(m.inserted_at, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at
  FROM {relation} m
