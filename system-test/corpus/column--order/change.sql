DROP TABLE customer;
CREATE TABLE customer (name text, id bigint);
