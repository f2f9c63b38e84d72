-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: script_hash:text, change_id:text, change:text, project:text, committed_at:timestamp with time zone, committer_name:text, committer_email:text, planned_at:timestamp with time zone; beside event:text, change_id:text, change:text, project:text, committed_at:timestamp with time zone, committer_name:text, committer_email:text, planned_at:timestamp with time zone
-- unknown-if-null: checksum
-- advice-missing: Deploy it to the target with "sqitch deploy"; see "sqitch status" first. If it was deployed by hand, "sqitch deploy --log-only".
-- advice-unexpected: It was deployed only in the target: bring its plan to the baseline and run "sqitch deploy" there, or "sqitch revert --to <change before it>".
-- advice-different: A failed one: "sqitch log --event fail" says who and when; mend the script, then "sqitch deploy". Another checksum: the script was edited after it was deployed; restore it, and change it with "sqitch rework".
WITH last AS (
     SELECT DISTINCT ON (e.project, e.change_id)
            e.project, e.change_id, e.change, e.event, e.committed_at, e.planned_at,
            e.committer_name || ' <' || e.committer_email || '>' AS who
       FROM {beside} e
      ORDER BY e.project, e.change_id, e.committed_at DESC
     ),
     change AS (
     SELECT c.project, c.change, c.script_hash, c.planned_at, c.committed_at, l.event IS NOT DISTINCT FROM 'fail' AS failed,
            CASE WHEN l.event = 'fail' THEN l.who ELSE c.committer_name || ' <' || c.committer_email || '>' END AS who
       FROM {relation} c
       LEFT JOIN last l ON l.project = c.project AND l.change_id = c.change_id
      UNION ALL
     -- what failed was never deployed; a plan that was mended since gives the change another id
     SELECT l.project, l.change, NULL, l.planned_at, l.committed_at, true, l.who
       FROM last l
      WHERE l.event = 'fail'
        AND NOT EXISTS (SELECT FROM {relation} c
                         WHERE c.project = l.project
                           AND (c.change_id = l.change_id OR c.change = l.change AND c.committed_at > l.committed_at))
     )
SELECT 'sqitch' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.project AS id_project,
       -- a reworked change is deployed again under its name
       m.change || CASE WHEN m.nth > 1 THEN ' (rework ' || m.nth - 1 || ')' ELSE '' END AS id_version,
       CASE WHEN m.failed THEN 'failed' ELSE 'applied' END AS state,
       m.script_hash AS checksum,
       coalesce(m.planned_at < max(m.planned_at)
                OVER (PARTITION BY m.project ORDER BY m.committed_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS out_of_order,
       row_number() OVER (ORDER BY m.committed_at) AS _order,
       to_char(m.committed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at,
       m.who AS _applied_by
  FROM (SELECT c.project, c.change, c.script_hash, c.planned_at, c.committed_at, c.failed, c.who,
               row_number() OVER (PARTITION BY c.project, c.change ORDER BY c.planned_at, c.committed_at) AS nth
          FROM change c) m
