DELETE FROM auth.schema_migrations WHERE version = '20210710035447';
INSERT INTO realtime.schema_migrations VALUES (20211116045059, '2025-01-02');
DELETE FROM storage.migrations;
