CREATE TABLE customer (id bigint, credit numeric(10,2));
