-- what a database that was made otherwise would have: no statement changes it
SET LOCAL allow_system_table_mods = on;
UPDATE pg_database SET daticurules = '& b < a' WHERE datname = current_database();
