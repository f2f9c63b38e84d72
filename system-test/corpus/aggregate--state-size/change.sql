CREATE OR REPLACE AGGREGATE total(numeric) (SFUNC = numeric_add, STYPE = numeric, SSPACE = 64, INITCOND = '0');
