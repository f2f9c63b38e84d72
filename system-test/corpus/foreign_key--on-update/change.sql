ALTER TABLE invoice DROP CONSTRAINT invoice_customer;
ALTER TABLE invoice ADD CONSTRAINT invoice_customer FOREIGN KEY (tenant, customer_id) REFERENCES customer (tenant, id) ON UPDATE SET DEFAULT;
