CREATE FOREIGN DATA WRAPPER corpus_wrapper;
CREATE SERVER warehouse FOREIGN DATA WRAPPER corpus_wrapper;
CREATE TABLE remote (id bigint);
