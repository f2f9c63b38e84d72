GRANT CREATE ON TABLESPACE corpus_fast TO corpus_clerk;
