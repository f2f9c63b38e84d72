DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET app.api_key = ''two''', current_database()); END $$;
