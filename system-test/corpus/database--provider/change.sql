-- what a database that was made otherwise would have: no statement changes it
SET LOCAL allow_system_table_mods = on;
DO $$ BEGIN
  EXECUTE format('UPDATE pg_database SET datlocprovider = ''i'', %I = ''de'' WHERE datname = current_database()',
                 CASE WHEN current_setting('server_version_num')::integer < 170000 THEN 'daticulocale' ELSE 'datlocale' END);
END $$;
