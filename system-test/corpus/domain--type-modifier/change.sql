DROP DOMAIN rate;
CREATE DOMAIN rate AS numeric(6, 4);
