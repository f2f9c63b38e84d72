ALTER ROLE corpus_app SET search_path = public, bank;
