CREATE ROLE corpus_keeper;
CREATE TABLE account (id integer);
GRANT ALL ON account TO corpus_keeper;
