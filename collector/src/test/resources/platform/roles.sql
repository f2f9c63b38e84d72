DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['supabase_admin', 'supabase_auth_admin', 'supabase_storage_admin', 'supabase_realtime_admin',
                              'authenticator', 'anon', 'authenticated', 'service_role', 'dashboard_user', 'app_backend']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I', name);
    END IF;
  END LOOP;
END $$;
