DROP TABLE customer, invoice CASCADE;
CREATE TABLE invoice (id bigint, customer_id bigint);
CREATE VIEW open_invoice AS SELECT id FROM invoice;
CREATE INDEX invoice_customer ON invoice (customer_id);
CREATE TABLE customer (id bigint, name text);
ALTER TABLE customer ADD PRIMARY KEY (id);
ALTER TABLE invoice ADD PRIMARY KEY (id);
ALTER TABLE invoice ADD FOREIGN KEY (customer_id) REFERENCES customer;
