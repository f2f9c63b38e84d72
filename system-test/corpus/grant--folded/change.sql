CREATE TABLE account (id integer);
GRANT SELECT, INSERT ON account TO corpus_clerk;
GRANT UPDATE (id) ON account TO corpus_clerk;
