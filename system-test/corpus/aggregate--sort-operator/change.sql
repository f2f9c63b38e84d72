CREATE OR REPLACE AGGREGATE biggest(integer) (SFUNC = int4larger, STYPE = integer, SORTOP = >);
