ALTER TABLE customer DROP CONSTRAINT customer_id_key;
