DROP TYPE day_range CASCADE;
CREATE TYPE day_range;
CREATE FUNCTION shut(day_range) RETURNS day_range LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE FUNCTION half_open(day_range) RETURNS day_range LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE day_range AS RANGE (SUBTYPE = integer, CANONICAL = half_open);
