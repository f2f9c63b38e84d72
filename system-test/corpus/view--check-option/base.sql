CREATE TABLE customer (id bigint, email text, credit integer);
CREATE VIEW client AS SELECT id, email FROM customer WHERE credit > 0;
