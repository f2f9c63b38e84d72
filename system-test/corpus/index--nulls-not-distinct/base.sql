CREATE TABLE customer (id bigint, email text, credit integer);
CREATE UNIQUE INDEX customer_email ON customer (email);
