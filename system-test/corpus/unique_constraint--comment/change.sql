COMMENT ON CONSTRAINT customer_id_key ON customer IS 'from the old system';
