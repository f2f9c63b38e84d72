COMMENT ON DOMAIN email IS 'lower case';
