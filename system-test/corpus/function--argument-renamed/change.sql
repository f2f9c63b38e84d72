DROP FUNCTION price(numeric);
CREATE FUNCTION price(gross numeric) RETURNS numeric LANGUAGE sql AS 'SELECT $1 * 1.19';
