ALTER TABLE customer DROP CONSTRAINT customer_pkey;
ALTER TABLE customer ADD CONSTRAINT customer_pkey PRIMARY KEY (id) INCLUDE (name);
