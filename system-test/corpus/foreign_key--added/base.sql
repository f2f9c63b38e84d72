CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE invoice (id bigint, customer_id bigint);
