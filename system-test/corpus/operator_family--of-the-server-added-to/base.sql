CREATE FUNCTION before(integer, numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::numeric < $2';
CREATE OPERATOR <<< (LEFTARG = integer, RIGHTARG = numeric, FUNCTION = before);
