CREATE FUNCTION price(net numeric, rate numeric) RETURNS numeric LANGUAGE sql AS 'SELECT net * (1 + rate)';
