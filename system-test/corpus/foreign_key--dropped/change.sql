ALTER TABLE invoice DROP CONSTRAINT invoice_customer;
