CREATE ROLE corpus_clerk;
CREATE TABLE account (id integer);
GRANT SELECT, DELETE, TRUNCATE ON account TO corpus_clerk;
