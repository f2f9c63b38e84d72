GRANT MAINTAIN ON account TO corpus_keeper;
