CREATE ROLE corpus_app LOGIN PASSWORD 'never shown' IN ROLE pg_monitor;
ALTER ROLE corpus_app SET search_path = bank;
