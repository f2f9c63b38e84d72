CREATE TABLE customer (id bigint, email text);
