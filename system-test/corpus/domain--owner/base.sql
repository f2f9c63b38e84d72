CREATE ROLE corpus_postmaster;
CREATE DOMAIN email AS text;
