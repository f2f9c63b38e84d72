-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: previous_hash:text, hash:text, filename:text, date:timestamp with time zone; only
-- advice-missing: Apply it to the target with "graphile-migrate migrate"; see "graphile-migrate status" first.
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "graphile-migrate migrate" there. A migration that was committed in two branches has to be made anew: "graphile-migrate uncommit", then "graphile-migrate commit".
-- advice-different: From here on the two histories are forked, as the hash covers all that went before: bring both to the same committed files; the tool will refuse to migrate the one that does not match them.
SELECT 'graphile-migrate' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.filename AS id_version,
       'applied' AS state,
       m.hash AS checksum,
       m.previous_hash AS previous,
       row_number() OVER (ORDER BY m.filename COLLATE "C") AS _order,
       to_char(m.date, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at
  FROM (SELECT DISTINCT ON (h.filename) h.filename, h.hash, h.previous_hash, h.date
          FROM {relation} h
         ORDER BY h.filename, h.date DESC) m
