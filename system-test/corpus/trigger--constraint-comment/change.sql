COMMENT ON CONSTRAINT touched ON invoice IS 'at the end of the transaction';
