CREATE TRIGGER on_signup AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION public.handle_new_user();
CREATE POLICY "own files" ON storage.objects FOR SELECT TO authenticated USING (owner = auth.uid());
CREATE POLICY listen ON realtime.messages FOR SELECT TO authenticated USING (true);
CREATE FUNCTION auth.claims() RETURNS jsonb LANGUAGE sql AS $$SELECT '{}'::jsonb$$;
GRANT SELECT ON auth.users TO app_backend;
GRANT INSERT ON public.profiles TO anon;
