CREATE FUNCTION price(net numeric) RETURNS numeric LANGUAGE sql AS 'SELECT net * 1.19';
COMMENT ON FUNCTION price(numeric) IS 'net, with tax added';
