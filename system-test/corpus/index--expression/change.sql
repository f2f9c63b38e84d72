DROP INDEX customer_email;
CREATE INDEX customer_email ON customer (upper(email));
