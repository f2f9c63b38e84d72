CREATE SCHEMA storage AUTHORIZATION supabase_admin;
