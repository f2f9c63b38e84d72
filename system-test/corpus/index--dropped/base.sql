CREATE TABLE customer (id bigint, email text, credit integer);
CREATE INDEX customer_email ON customer (email);
