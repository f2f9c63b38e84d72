-- the hosted runner stores CR LF
UPDATE supabase_migrations.schema_migrations SET statements = ARRAY[E'create table agent_calls (id bigint)\r\n'] WHERE version = '20250102000000';
