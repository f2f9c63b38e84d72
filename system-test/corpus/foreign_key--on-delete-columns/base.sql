CREATE TABLE customer (tenant bigint, id bigint, UNIQUE (tenant, id), UNIQUE (id, tenant));
CREATE TABLE client (tenant bigint, id bigint, UNIQUE (tenant, id));
CREATE TABLE invoice (tenant bigint, customer_id bigint, payer_id bigint);
ALTER TABLE invoice ADD CONSTRAINT invoice_customer FOREIGN KEY (tenant, customer_id) REFERENCES customer (tenant, id) ON DELETE SET NULL;
