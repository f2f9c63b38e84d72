CREATE OR REPLACE FUNCTION price(net numeric, rate numeric DEFAULT 0.19) RETURNS numeric LANGUAGE sql AS 'SELECT net * (1 + rate)';
