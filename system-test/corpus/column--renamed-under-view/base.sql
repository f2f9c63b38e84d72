CREATE TABLE customer (id bigint, email text);
CREATE VIEW address AS SELECT email FROM customer;
