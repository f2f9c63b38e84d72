CREATE OR REPLACE FUNCTION price(net numeric) RETURNS numeric LANGUAGE sql AS 'SELECT net * 1.07';
