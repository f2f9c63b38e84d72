COMMENT ON INDEX customer_pkey IS 'keep it small';
