DROP COLLATION german;
CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de', RULES = '&a < g');
