CREATE FUNCTION int4_final(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION int4_final(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE AGGREGATE running(integer) (SFUNC = int4pl, STYPE = integer, FINALFUNC = int4_final,
  MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MFINALFUNC = int4_final);
