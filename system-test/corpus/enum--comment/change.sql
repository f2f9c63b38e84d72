COMMENT ON TYPE mood IS 'as the caller sounded';
