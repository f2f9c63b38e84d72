CREATE FUNCTION price(net numeric) RETURNS numeric LANGUAGE sql AS 'SELECT net * 1.19';
ALTER FUNCTION price(numeric) SET app.api_key = 'first';
