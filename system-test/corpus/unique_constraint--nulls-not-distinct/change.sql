ALTER TABLE customer DROP CONSTRAINT customer_email_key;
ALTER TABLE customer ADD CONSTRAINT customer_email_key UNIQUE NULLS NOT DISTINCT (email);
