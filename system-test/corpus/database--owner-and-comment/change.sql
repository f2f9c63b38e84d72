DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO corpus_app', current_database());
  EXECUTE format('COMMENT ON DATABASE %I IS ''the bank''', current_database());
END $$;
