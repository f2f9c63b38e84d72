ALTER TABLE customer DROP CONSTRAINT customer_pkey;
