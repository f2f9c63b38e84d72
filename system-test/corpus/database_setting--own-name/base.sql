DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET app.api_key = ''one''', current_database()); END $$;
