COMMENT ON INDEX customer_email IS 'for the login';
