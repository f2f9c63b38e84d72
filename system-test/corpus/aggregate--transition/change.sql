CREATE OR REPLACE AGGREGATE total(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '0');
