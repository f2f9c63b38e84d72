CREATE TABLE customer (id bigint, name text);
CREATE VIEW client AS SELECT id, name FROM customer;
