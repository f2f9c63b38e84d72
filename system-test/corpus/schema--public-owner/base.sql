CREATE ROLE corpus_public_owner;
