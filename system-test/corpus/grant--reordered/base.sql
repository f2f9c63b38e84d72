CREATE ROLE corpus_clerk;
CREATE ROLE corpus_auditor;
CREATE TABLE account (id integer);
GRANT SELECT, UPDATE ON account TO corpus_clerk;
GRANT SELECT ON account TO corpus_auditor;
