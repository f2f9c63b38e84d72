ALTER TABLE invoice DROP CONSTRAINT invoice_customer;
ALTER TABLE invoice ADD CONSTRAINT invoice_customer FOREIGN KEY (tenant, payer_id) REFERENCES customer (tenant, id);
