COMMENT ON SCHEMA billing IS 'invoices and payments';
