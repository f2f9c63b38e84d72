COMMENT ON TYPE cents IS 'a hundredth of a euro';
