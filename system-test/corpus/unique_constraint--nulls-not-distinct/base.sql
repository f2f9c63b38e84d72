CREATE TABLE customer (email text, CONSTRAINT customer_email_key UNIQUE (email));
