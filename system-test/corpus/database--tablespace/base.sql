ALTER TABLESPACE pg_default RENAME TO corpus_fast;
