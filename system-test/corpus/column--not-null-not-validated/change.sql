ALTER TABLE customer ALTER COLUMN email DROP NOT NULL;
ALTER TABLE customer ADD CONSTRAINT customer_email_not_null NOT NULL email NOT VALID;
