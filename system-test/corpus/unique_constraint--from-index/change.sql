ALTER TABLE customer ADD UNIQUE USING INDEX customer_email_key;
