ALTER FUNCTION price(numeric) STRICT;
