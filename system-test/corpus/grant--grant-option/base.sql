CREATE ROLE corpus_clerk;
CREATE TABLE account (id integer);
GRANT SELECT ON account TO corpus_clerk;
