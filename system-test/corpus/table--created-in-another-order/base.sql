CREATE TABLE customer (id bigint PRIMARY KEY, name text);
CREATE TABLE invoice (id bigint PRIMARY KEY, customer_id bigint REFERENCES customer);
CREATE INDEX invoice_customer ON invoice (customer_id);
CREATE VIEW open_invoice AS SELECT id FROM invoice;
