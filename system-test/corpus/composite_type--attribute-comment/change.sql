COMMENT ON COLUMN address.zip IS 'five digits';
