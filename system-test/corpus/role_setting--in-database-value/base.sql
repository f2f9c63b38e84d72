CREATE ROLE corpus_app;
DO $$ BEGIN EXECUTE format('ALTER ROLE corpus_app IN DATABASE %I SET lock_timeout = 100', current_database()); END $$;
