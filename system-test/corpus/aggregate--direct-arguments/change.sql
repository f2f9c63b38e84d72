DROP AGGREGATE pick(double precision ORDER BY double precision);
CREATE AGGREGATE pick(ORDER BY double precision, double precision) (SFUNC = step, STYPE = double precision);
