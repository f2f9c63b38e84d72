CREATE OR REPLACE FUNCTION price(net numeric) RETURNS numeric RETURN net * 1.07;
