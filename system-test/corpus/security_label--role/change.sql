-- a label without a security module that would take it
SET LOCAL allow_system_table_mods = on;
INSERT INTO pg_shseclabel (objoid, classoid, provider, label)
    SELECT oid, 'pg_authid'::regclass, 'corpus', 'MASKED' FROM pg_roles WHERE rolname = 'corpus_app';
INSERT INTO pg_shseclabel (objoid, classoid, provider, label)
    SELECT oid, 'pg_database'::regclass, 'corpus', 'secret' FROM pg_database WHERE datname = current_database();
