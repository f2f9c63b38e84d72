COMMENT ON RULE keep ON customer IS 'customers are never deleted';
