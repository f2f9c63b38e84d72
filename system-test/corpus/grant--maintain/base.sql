CREATE ROLE corpus_keeper;
CREATE TABLE account (id integer);
GRANT SELECT ON account TO corpus_keeper;
