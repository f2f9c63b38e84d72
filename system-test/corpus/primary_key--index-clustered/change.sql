ALTER TABLE customer CLUSTER ON customer_pkey;
