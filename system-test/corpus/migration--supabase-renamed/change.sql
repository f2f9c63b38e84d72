UPDATE supabase_migrations.schema_migrations SET name = 'agent_calls' WHERE version = '20250102000000';
