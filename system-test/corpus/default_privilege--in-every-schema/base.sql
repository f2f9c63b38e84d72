CREATE ROLE corpus_clerk;
