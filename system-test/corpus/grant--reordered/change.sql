REVOKE ALL ON account FROM corpus_clerk, corpus_auditor;
GRANT SELECT ON account TO corpus_auditor;
GRANT UPDATE ON account TO corpus_clerk;
GRANT SELECT ON account TO corpus_clerk;
