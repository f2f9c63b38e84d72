DO $$ BEGIN EXECUTE format('ALTER ROLE corpus_app IN DATABASE %I SET lock_timeout = 200', current_database()); END $$;
