DROP FUNCTION price(numeric);
CREATE FUNCTION price(net numeric) RETURNS double precision LANGUAGE sql AS 'SELECT net * 1.19';
