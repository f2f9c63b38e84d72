COMMENT ON OPERATOR CLASS falling USING btree IS 'newest first';
