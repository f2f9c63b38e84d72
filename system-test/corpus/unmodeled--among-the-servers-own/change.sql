DROP FUNCTION pg_catalog.corpus_fee(integer);
