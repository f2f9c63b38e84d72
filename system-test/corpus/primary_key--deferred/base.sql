CREATE TABLE customer (id bigint NOT NULL, CONSTRAINT customer_pkey PRIMARY KEY (id) DEFERRABLE);
