CREATE FOREIGN DATA WRAPPER corpus_wrapper;
CREATE SERVER warehouse FOREIGN DATA WRAPPER corpus_wrapper;
CREATE FOREIGN TABLE remote (id bigint OPTIONS (column_name 'nr'), name text) SERVER warehouse;
