CREATE FUNCTION price(net numeric) RETURNS numeric RETURN net * 1.19;
