CREATE ROLE corpus_tuner;
GRANT SET ON PARAMETER session_replication_role TO corpus_tuner;
