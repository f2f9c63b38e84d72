CREATE ROLE corpus_clerk;
CREATE ROLE corpus_head;
CREATE TABLE account (id integer);
GRANT SELECT ON account TO corpus_head WITH GRANT OPTION;
GRANT SELECT ON account TO corpus_clerk;
