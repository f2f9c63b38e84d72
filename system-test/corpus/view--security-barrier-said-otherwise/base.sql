CREATE TABLE customer (id bigint, email text, credit integer);
CREATE VIEW client WITH (security_barrier) AS SELECT id, email FROM customer WHERE credit > 0;
