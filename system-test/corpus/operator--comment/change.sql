COMMENT ON OPERATOR === (integer, integer) IS 'really equal';
