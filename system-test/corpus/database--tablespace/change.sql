SET LOCAL allow_system_table_mods = on;
ALTER TABLESPACE corpus_fast RENAME TO pg_default;
