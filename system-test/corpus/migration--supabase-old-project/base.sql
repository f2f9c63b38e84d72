-- made by a command line that stored versions only
CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text NOT NULL PRIMARY KEY);
INSERT INTO supabase_migrations.schema_migrations VALUES ('20230101000000'), ('20230102000000');
