CREATE TABLE customer (id bigint NOT NULL, CONSTRAINT customer_id_key UNIQUE (id) DEFERRABLE);
