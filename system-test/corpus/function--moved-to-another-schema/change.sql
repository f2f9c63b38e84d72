ALTER FUNCTION price(numeric) SET SCHEMA shop;
