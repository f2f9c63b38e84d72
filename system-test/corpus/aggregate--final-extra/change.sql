CREATE OR REPLACE AGGREGATE running(integer) (SFUNC = int4pl, STYPE = integer, FINALFUNC = int4_final, FINALFUNC_EXTRA,
  MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MFINALFUNC = int4_final, MFINALFUNC_EXTRA);
