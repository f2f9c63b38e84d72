CREATE POLICY mine ON auth.users USING (true);
