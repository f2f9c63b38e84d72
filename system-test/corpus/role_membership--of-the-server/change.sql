REVOKE pg_monitor FROM corpus_ann;
