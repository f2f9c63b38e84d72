COMMENT ON AGGREGATE total(numeric) IS 'zero where there are no rows';
