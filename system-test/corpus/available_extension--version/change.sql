-- a package brings it
DO $$ BEGIN
  EXECUTE format('COPY (SELECT ''default_version = 1.1'') TO %L',
                 (SELECT setting FROM pg_config WHERE name = 'SHAREDIR') || '/extension/corpus_hull.control');
END $$;
