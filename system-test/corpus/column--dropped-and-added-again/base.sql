CREATE TABLE customer (id bigint PRIMARY KEY, name text, credit integer DEFAULT 0);
