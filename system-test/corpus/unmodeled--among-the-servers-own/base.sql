CREATE FUNCTION pg_catalog.corpus_fee(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
