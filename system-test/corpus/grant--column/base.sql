CREATE ROLE corpus_clerk;
CREATE TABLE account (id integer, iban text);
