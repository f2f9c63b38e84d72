DROP INDEX customer_email;
CREATE INDEX customer_email ON customer (email text_pattern_ops);
