CREATE FUNCTION price(net numeric) RETURNS numeric LANGUAGE sql AS 'SELECT net * 1.19';
ALTER FUNCTION price(numeric) SECURITY DEFINER SET search_path = pg_catalog, public;
