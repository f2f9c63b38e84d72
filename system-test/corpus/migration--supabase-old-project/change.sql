INSERT INTO supabase_migrations.schema_migrations VALUES ('20230103000000');
