CREATE ROLE corpus_app;
ALTER ROLE corpus_app SET search_path = bank, public;
