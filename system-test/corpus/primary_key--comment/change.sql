COMMENT ON CONSTRAINT customer_pkey ON customer IS 'from the old system';
