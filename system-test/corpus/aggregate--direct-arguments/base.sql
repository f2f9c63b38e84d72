CREATE FUNCTION step(double precision, double precision) RETURNS double precision LANGUAGE sql AS 'SELECT $1 + $2';
CREATE FUNCTION step(double precision, double precision, double precision) RETURNS double precision LANGUAGE sql AS 'SELECT $1 + $2 * $3';
CREATE AGGREGATE pick(double precision ORDER BY double precision) (SFUNC = step, STYPE = double precision);
