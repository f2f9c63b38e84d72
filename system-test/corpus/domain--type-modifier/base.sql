CREATE DOMAIN rate AS numeric(5, 4);
