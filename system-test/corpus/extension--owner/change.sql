-- there is no ALTER EXTENSION ... OWNER TO: REASSIGN OWNED does it, and dump and restore by another role
SET LOCAL allow_system_table_mods = on;
UPDATE pg_extension SET extowner = (SELECT oid FROM pg_roles WHERE rolname = 'corpus_app') WHERE extname = 'keel';
