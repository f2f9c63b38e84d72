DROP OPERATOR FAMILY falling USING btree;
CREATE OPERATOR CLASS falling FOR TYPE integer USING btree AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 falling_compare(integer, integer);
