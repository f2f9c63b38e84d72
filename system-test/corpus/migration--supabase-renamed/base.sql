CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text NOT NULL PRIMARY KEY);
ALTER TABLE supabase_migrations.schema_migrations ADD COLUMN statements text[];
ALTER TABLE supabase_migrations.schema_migrations ADD COLUMN name text;
INSERT INTO supabase_migrations.schema_migrations (version, name, statements) VALUES
    ('20250101000000', 'init', ARRAY['create table a (id bigint)', 'create table b (id bigint)']),
    ('20250102000000', 'calls', ARRAY['create table agent_calls (id bigint)']);
