REVOKE TRUNCATE ON account FROM corpus_clerk;
