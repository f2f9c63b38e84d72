COMMENT ON TABLE customer IS 'who pays';
