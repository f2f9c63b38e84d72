GRANT USAGE, CREATE ON SCHEMA bank TO corpus_clerk;
