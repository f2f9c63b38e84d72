CREATE TABLE customer (id bigint, email text);
CREATE INDEX customer_email ON customer (email);
