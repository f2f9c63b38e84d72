-- what a database that was made otherwise would have: no statement changes it
SET LOCAL allow_system_table_mods = on;
UPDATE pg_database SET encoding = pg_char_to_encoding('LATIN1'), datcollate = 'POSIX', datctype = 'POSIX'
 WHERE datname = current_database();
