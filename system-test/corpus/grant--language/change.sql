GRANT USAGE ON LANGUAGE plmine TO corpus_coder;
