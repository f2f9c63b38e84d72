DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = bank', current_database()); END $$;
