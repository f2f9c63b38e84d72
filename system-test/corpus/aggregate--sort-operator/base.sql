CREATE AGGREGATE biggest(integer) (SFUNC = int4larger, STYPE = integer);
