CREATE ROLE corpus_guest;
