GRANT USAGE ON DOMAIN percent TO corpus_clerk;
