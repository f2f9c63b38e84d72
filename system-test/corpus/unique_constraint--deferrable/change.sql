ALTER TABLE customer DROP CONSTRAINT customer_id_key;
ALTER TABLE customer ADD CONSTRAINT customer_id_key UNIQUE (id) DEFERRABLE;
