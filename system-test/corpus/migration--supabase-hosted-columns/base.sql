CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (
    version text PRIMARY KEY, statements text[], name text, created_by text, idempotency_key text UNIQUE, rollback text[]);
INSERT INTO supabase_migrations.schema_migrations (version, name, statements, created_by) VALUES
    ('20250101000000', 'init', ARRAY['create table a ()'], 'ann@example.org');
