CREATE TABLE customer (id bigint, email text NOT NULL);
