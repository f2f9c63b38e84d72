-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- refresh: always
-- root: id_tool, id_schema, id_table
-- requires: total:bigint, version:character varying, description:character varying, type:bigint, applied:bigint, executed_at:timestamp with time zone, error:text, hash:character varying
-- unknown-if-null: checksum
-- advice-missing: Apply it to the target with "atlas migrate apply" (a version below the newest one needs "--exec-order non-linear"); see "atlas migrate status" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "atlas migrate apply" there, or undo it with "atlas migrate down".
-- advice-different: A failed one: mend the cause and run "atlas migrate apply" again, or "atlas migrate set <version>" where it was mended by hand. Another checksum: the file was edited after it ran; restore it ("atlas migrate validate").
SELECT 'atlas' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.version AS id_version,
       m.description AS name,
       CASE WHEN m.type & 4 <> 0 THEN 'applied'
            WHEN m.error <> '' THEN 'failed'
            WHEN m.applied < m.total AND m.executed_at > now() - interval '15 minutes' THEN 'in progress'
            WHEN m.applied < m.total THEN 'failed'
            WHEN m.type & 1 <> 0 THEN 'baseline'
            ELSE 'applied' END AS state,
       nullif(m.hash, '') AS checksum,
       coalesce(m.version COLLATE "C" < max(m.version COLLATE "C")
                OVER (ORDER BY m.executed_at, m.version COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.executed_at, m.version COLLATE "C") AS _order,
       to_char(m.executed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at,
       m.applied || ' of ' || m.total AS _statements_run,
       nullif(m.error, '') AS _error
  FROM {relation} m
 -- the tool's own marks, such as .atlas_cloud_identifier
 WHERE left(m.version, 1) <> '.'
