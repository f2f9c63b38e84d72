CREATE ROLE corpus_clerk;
CREATE SCHEMA bank;
