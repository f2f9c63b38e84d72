-- a label without a security module that would take it
SET LOCAL allow_system_table_mods = on;
UPDATE pg_seclabel SET label = 'public' WHERE provider = 'corpus';
