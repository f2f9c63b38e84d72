-- description: A migration as a migration tool has recorded it in the environment
-- category: migration
-- severity: warning; missing=critical; checksum=critical; checksum_v7=critical; checksum_v8=critical; checksum_v9=critical; state=critical; version=critical; versions=critical; name=info
-- order: 5
-- root: id_tool, id_schema, id_table
-- requires: app:character varying, id:integer|bigint, name:character varying, applied:timestamp with time zone; only
-- advice-missing: Apply it to the target with "python manage.py migrate <app>"; see "python manage.py showmigrations" first. If it was applied by hand, "python manage.py migrate <app> <name> --fake".
-- advice-unexpected: It ran only in the target: bring its file to the baseline and run "python manage.py migrate" there, or undo it with "python manage.py migrate <app> <previous name>".
-- advice-different: It ran after a later migration of its app, because it was merged late: see that the migrations between do not depend on each other ("python manage.py showmigrations --plan").
SELECT 'django' AS id_tool,
       {schema} AS id_schema,
       {table} AS id_table,
       m.app AS id_app,
       m.name AS id_version,
       'applied' AS state,
       -- a squashed migration takes the number of the first that it replaces
       coalesce(m.number < max(m.number) OVER (PARTITION BY m.app ORDER BY m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false)
       AND m.name !~ '_squashed_' AS out_of_order,
       row_number() OVER (ORDER BY m.id) AS _order,
       to_char(m.applied, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS _applied_at
  FROM (SELECT DISTINCT ON (h.app, h.name)
               h.app, h.name, h.applied, h.id, substring(h.name FROM '^[0-9]{4,9}')::integer AS number
          FROM {relation} h
         ORDER BY h.app, h.name, h.id DESC) m
