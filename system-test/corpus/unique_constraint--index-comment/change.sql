COMMENT ON INDEX customer_id_key IS 'keep it small';
