-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: md5sum:character varying, id:character varying, author:character varying, filename:character varying, dateexecuted:timestamp without time zone, orderexecuted:integer, exectype:character varying, description:character varying
-- unknown-if-null: checksum_v7, checksum_v8, checksum_v9, name
-- advice-missing: Apply it to the target with "liquibase update"; see "liquibase status --verbose" first. If it was applied by hand, record it with "liquibase changelog-sync".
-- advice-unexpected: It ran only in the target: bring its changelog to the baseline and run "liquibase update" there, or undo it with "liquibase rollback-count"; "liquibase unexpected-changesets" lists such changesets.
-- advice-different: Another checksum: the changeset was edited after it ran; restore it and write a new changeset ("liquibase validate" names it). Marked as run: a precondition or a person left it out there. Another order: a changeset was merged late.
SELECT 'liquibase' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.file AS id_file,
       m.id AS id_changeset,
       m.author AS id_author,
       m.description AS name,
       CASE WHEN m.exectype = 'MARK_RAN' THEN 'marked as run' ELSE 'applied' END AS state,
       -- each version of the checksum is reckoned otherwise: never held against one of another version
       CASE WHEN m.md5sum ~ '^7:' THEN m.md5sum END AS checksum_v7,
       CASE WHEN m.md5sum ~ '^8:' THEN m.md5sum END AS checksum_v8,
       CASE WHEN m.md5sum ~ '^9:' THEN m.md5sum END AS checksum_v9,
       row_number() OVER (ORDER BY m.dateexecuted, m.orderexecuted) AS _order,
       to_char(m.dateexecuted, 'YYYY-MM-DD"T"HH24:MI:SS') AS _applied_at,
       m.author AS _author
  FROM (SELECT DISTINCT ON (n.file, h.id, h.author)
               n.file, h.id, h.author, h.description, h.exectype, h.md5sum, h.dateexecuted, h.orderexecuted
          FROM {relation} h
         -- one file is called by both names, as the tool itself takes it
         CROSS JOIN LATERAL (SELECT regexp_replace(h.filename, '^(classpath:|file:)?/*', '') AS file) n
         ORDER BY n.file, h.id, h.author, h.dateexecuted DESC, h.orderexecuted DESC) m
