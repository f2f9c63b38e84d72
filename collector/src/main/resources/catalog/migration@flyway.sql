-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: installed_rank:integer, version:character varying, description:character varying, type:character varying, script:character varying, checksum:integer, installed_by:character varying, installed_on:timestamp without time zone, success:boolean
-- unknown-if-null: checksum
-- advice-missing: Apply it to the target with "flyway migrate" (a version below the newest one needs "-outOfOrder=true"); see "flyway info" first.
-- advice-unexpected: It ran only in the target: bring its script to the baseline and run "flyway migrate" there, or undo it ("flyway undo").
-- advice-different: See "flyway validate". A failed one: mend the database, then "flyway repair" and "flyway migrate". Another checksum: the script was edited after it ran; restore it, or accept it with "flyway repair".
SELECT 'flyway' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       coalesce(m.version, 'R__' || m.description) AS id_version,
       m.description AS name,
       CASE WHEN NOT m.success THEN 'failed'
            WHEN m.type IN ('BASELINE', 'SQL_BASELINE', 'JDBC_BASELINE') THEN 'baseline'
            ELSE 'applied' END AS state,
       m.checksum::text AS checksum,
       coalesce(m.parts < max(m.parts) OVER (ORDER BY m.installed_rank ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       m.installed_rank AS _order,
       to_char(m.installed_on, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at,
       m.installed_by AS _applied_by,
       m.script AS _script
  FROM (SELECT DISTINCT ON (coalesce(h.version, 'R__' || h.description))
               h.installed_rank, h.version, h.description, h.type, h.script, h.checksum, h.installed_by, h.installed_on,
               h.success,
               CASE WHEN h.version ~ '^[0-9]+([._][0-9]+)*$'
                    THEN string_to_array(replace(h.version, '_', '.'), '.')::numeric[] END AS parts
          FROM {relation} h
         WHERE h.type <> 'SCHEMA'
         ORDER BY coalesce(h.version, 'R__' || h.description), h.installed_rank DESC) m
 -- the newest row of a version decides; an undone or deleted migration is not applied
 WHERE m.type <> 'DELETE'
   AND left(m.type, 4) <> 'UNDO'
