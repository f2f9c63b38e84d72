GRANT CREATE ON TABLESPACE pg_default TO corpus_clerk;
