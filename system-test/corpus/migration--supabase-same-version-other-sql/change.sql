UPDATE supabase_migrations.schema_migrations SET statements = ARRAY['create table agent_calls (id uuid)'] WHERE version = '20250102000000';
