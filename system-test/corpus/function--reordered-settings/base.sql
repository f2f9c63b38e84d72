CREATE FUNCTION price(net numeric) RETURNS numeric LANGUAGE sql AS 'SELECT net * 1.19';
ALTER FUNCTION price(numeric) SET work_mem = '16MB';
ALTER FUNCTION price(numeric) SET jit = off;
