COMMENT ON COLUMN customer.name IS 'as on the passport';
