CREATE DOMAIN email AS text;
COMMENT ON DOMAIN email IS 'any case';
