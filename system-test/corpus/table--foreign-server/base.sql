CREATE FOREIGN DATA WRAPPER corpus_wrapper;
CREATE SERVER warehouse FOREIGN DATA WRAPPER corpus_wrapper;
CREATE SERVER archive FOREIGN DATA WRAPPER corpus_wrapper;
CREATE FOREIGN TABLE remote (id bigint) SERVER warehouse;
