-- what a service release brings, in the shape that Supabase gives it
CREATE SCHEMA auth AUTHORIZATION supabase_admin;
CREATE SCHEMA storage AUTHORIZATION supabase_admin;
CREATE SCHEMA realtime AUTHORIZATION supabase_admin;
CREATE SCHEMA extensions;
CREATE SCHEMA supabase_migrations;

CREATE TABLE auth.users (id uuid PRIMARY KEY, email text, created_at timestamptz);
ALTER TABLE auth.users OWNER TO supabase_auth_admin;
CREATE TABLE auth.schema_migrations (version varchar(255) PRIMARY KEY);
ALTER TABLE auth.schema_migrations OWNER TO supabase_auth_admin;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid';
ALTER FUNCTION auth.uid() OWNER TO supabase_auth_admin;

CREATE TABLE storage.objects (id uuid PRIMARY KEY, bucket_id text, name text, owner uuid);
ALTER TABLE storage.objects OWNER TO supabase_storage_admin;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION storage.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
ALTER FUNCTION storage.touch() OWNER TO supabase_storage_admin;
CREATE TRIGGER update_objects BEFORE UPDATE ON storage.objects FOR EACH ROW EXECUTE FUNCTION storage.touch();
GRANT SELECT, INSERT ON storage.objects TO anon, authenticated, service_role;

CREATE TABLE realtime.messages (id bigint, topic text, inserted_at timestamp) PARTITION BY RANGE (inserted_at);
ALTER TABLE realtime.messages OWNER TO supabase_realtime_admin;

CREATE FUNCTION extensions.pgrst_ddl_watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NOTIFY pgrst; END';
CREATE EVENT TRIGGER pgrst_ddl_watch ON ddl_command_end EXECUTE FUNCTION extensions.pgrst_ddl_watch();
CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);

-- the user's
CREATE TABLE public.profiles (id uuid PRIMARY KEY, handle text);
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON public.profiles TO anon, authenticated;
CREATE FUNCTION public.handle_new_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
  AS 'BEGIN RETURN NEW; END';
