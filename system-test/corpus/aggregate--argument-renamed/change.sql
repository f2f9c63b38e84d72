DROP AGGREGATE total(numeric);
CREATE AGGREGATE total(amount numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0');
