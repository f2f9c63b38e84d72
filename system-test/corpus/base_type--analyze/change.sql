ALTER TYPE cents SET (ANALYZE = ts_typanalyze);
