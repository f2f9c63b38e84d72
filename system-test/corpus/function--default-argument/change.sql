CREATE OR REPLACE FUNCTION price(net numeric, rate numeric DEFAULT 0.07) RETURNS numeric LANGUAGE sql AS 'SELECT net * (1 + rate)';
