CREATE TABLE customer (id bigint, email tsvector);
CREATE INDEX customer_email ON customer USING gist (email);
