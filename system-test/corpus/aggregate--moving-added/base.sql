CREATE AGGREGATE running(integer) (SFUNC = int4pl, STYPE = integer);
