ALTER TABLE auth.users ADD COLUMN phone text;
