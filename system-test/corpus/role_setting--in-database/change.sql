DO $$ BEGIN EXECUTE format('ALTER ROLE corpus_app IN DATABASE %I SET search_path = bank', current_database()); END $$;
