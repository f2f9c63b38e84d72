CREATE TABLE customer (id bigint NOT NULL, name text NOT NULL, CONSTRAINT customer_id_key UNIQUE (id));
