DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 50', current_database());
  EXECUTE format('ALTER DATABASE %I IS_TEMPLATE false', current_database());
END $$;
