-- description: A migration that the environment's migration tool has recorded as applied
-- category: migration
-- severity: warning; missing=critical; checksum=critical; state=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: installed_rank:integer, version:character varying, description:character varying, type:character varying, script:character varying, checksum:integer, installed_on:timestamp without time zone, success:boolean
-- advice-missing: Apply it to the target with "flyway migrate"; see "flyway info" first.
-- advice-unexpected: It ran only in the target: bring its script to the baseline and run "flyway migrate" there, or undo it ("flyway undo").
-- advice-different: See "flyway validate". A failed one: mend the database, then "flyway repair" and "flyway migrate". Another checksum: the script was edited after it ran; restore it, or accept it with "flyway repair".
SELECT 'flyway' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       coalesce(m.version, 'R__' || m.description) AS id_version,
       m.description AS name,
       m.checksum::text AS checksum,
       CASE WHEN m.success THEN 'applied' ELSE 'failed' END AS state,
       m.script AS _script,
       m.installed_rank AS _installed_rank,
       to_char(m.installed_on, 'YYYY-MM-DD"T"HH24:MI:SS') AS _installed_on
  FROM (SELECT DISTINCT ON (coalesce(h.version, 'R__' || h.description)) h.*
          FROM {relation} h
         WHERE h.type <> 'SCHEMA'
         ORDER BY coalesce(h.version, 'R__' || h.description), h.installed_rank DESC) m
 -- the newest row of a version decides; an undone or deleted migration is not applied
 WHERE m.type <> 'DELETE'
   AND left(m.type, 4) <> 'UNDO'
