COMMENT ON OPERATOR FAMILY whole USING btree IS 'integers of any size';
