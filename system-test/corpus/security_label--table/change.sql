-- a label without a security module that would take it
SET LOCAL allow_system_table_mods = on;
INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label) VALUES
    ('account'::regclass, 'pg_class'::regclass, 0, 'corpus', 'secret'),
    ('account'::regclass, 'pg_class'::regclass, 2, 'corpus', 'MASKED WITH VALUE NULL');
