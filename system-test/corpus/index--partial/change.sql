DROP INDEX customer_email;
CREATE INDEX customer_email ON customer (email) WHERE (credit > 0);
