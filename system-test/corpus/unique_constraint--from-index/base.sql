CREATE TABLE customer (email text);
CREATE UNIQUE INDEX customer_email_key ON customer (email);
