COMMENT ON COLLATION german IS 'as in a dictionary';
