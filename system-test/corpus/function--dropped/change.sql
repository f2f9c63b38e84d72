DROP FUNCTION price(numeric);
