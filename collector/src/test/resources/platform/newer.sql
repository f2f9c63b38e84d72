ALTER TABLE auth.users ADD COLUMN is_anonymous boolean NOT NULL DEFAULT false;
CREATE TABLE auth.sessions (id uuid PRIMARY KEY, user_id uuid);
ALTER TABLE auth.sessions OWNER TO supabase_auth_admin;
CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::text::uuid';
CREATE TABLE realtime.messages_2026_11_22 PARTITION OF realtime.messages
  FOR VALUES FROM ('2026-11-22') TO ('2026-11-23');
