CREATE ROLE supabase_etl_admin;
