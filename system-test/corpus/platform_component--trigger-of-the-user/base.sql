CREATE ROLE supabase_admin; CREATE ROLE supabase_auth_admin; CREATE ROLE authenticator NOINHERIT;
CREATE SCHEMA auth AUTHORIZATION supabase_admin;
CREATE TABLE auth.users (id uuid PRIMARY KEY);
ALTER TABLE auth.users OWNER TO supabase_auth_admin;
