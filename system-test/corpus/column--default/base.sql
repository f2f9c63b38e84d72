CREATE TABLE customer (id bigint, credit integer DEFAULT 100);
