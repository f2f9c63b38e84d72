DROP INDEX customer_email;
CREATE UNIQUE INDEX customer_email ON customer (email) NULLS NOT DISTINCT;
