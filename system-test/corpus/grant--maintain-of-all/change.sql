REVOKE MAINTAIN ON account FROM corpus_keeper;
