CREATE FOREIGN DATA WRAPPER corpus_wrapper;
CREATE SERVER warehouse FOREIGN DATA WRAPPER corpus_wrapper;
CREATE FOREIGN TABLE remote (id bigint) SERVER warehouse OPTIONS (table_name 'orders', token 'first');
