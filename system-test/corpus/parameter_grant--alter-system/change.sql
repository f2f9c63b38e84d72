GRANT SET, ALTER SYSTEM ON PARAMETER log_min_duration_statement TO corpus_tuner;
