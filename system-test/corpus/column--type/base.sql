CREATE TABLE customer (id bigint, credit integer);
