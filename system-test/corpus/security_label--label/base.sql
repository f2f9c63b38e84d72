CREATE FUNCTION fee(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- a label without a security module that would take it
SET LOCAL allow_system_table_mods = on;
INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label)
    SELECT oid, 'pg_proc'::regclass, 0, 'corpus', 'secret' FROM pg_proc WHERE proname = 'fee';
