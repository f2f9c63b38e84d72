CREATE ROLE corpus_clerk;
CREATE DOMAIN percent AS integer;
