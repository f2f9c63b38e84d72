DROP INDEX customer_email;
CREATE INDEX customer_email ON customer USING gist (email tsvector_ops (siglen = 100));
