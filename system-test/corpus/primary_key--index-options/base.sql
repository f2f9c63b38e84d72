CREATE TABLE customer (id bigint NOT NULL, name text NOT NULL, CONSTRAINT customer_pkey PRIMARY KEY (id));
