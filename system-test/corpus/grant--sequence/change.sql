GRANT USAGE ON SEQUENCE number TO corpus_clerk;
