-- what another version of its control file would say
SET LOCAL allow_system_table_mods = on;
UPDATE pg_extension SET extrelocatable = false WHERE extname = 'keel';
