CREATE ROLE corpus_ann;
GRANT pg_monitor TO corpus_ann;
