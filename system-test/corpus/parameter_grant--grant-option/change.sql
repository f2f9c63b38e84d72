GRANT SET ON PARAMETER session_replication_role TO corpus_tuner WITH GRANT OPTION;
