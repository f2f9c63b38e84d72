ALTER TABLE customer CLUSTER ON customer_id_key;
