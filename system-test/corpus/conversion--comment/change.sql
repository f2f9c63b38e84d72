COMMENT ON CONVERSION from_west IS 'old letters';
