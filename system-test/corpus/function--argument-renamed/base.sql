CREATE FUNCTION price(net numeric) RETURNS numeric LANGUAGE sql AS 'SELECT $1 * 1.19';
