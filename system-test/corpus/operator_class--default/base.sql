CREATE FUNCTION place_hash(point) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT hashtext($1::text)';
CREATE OPERATOR CLASS place_ops FOR TYPE point USING hash AS OPERATOR 1 ~=, FUNCTION 1 place_hash(point);
