CREATE FUNCTION app.add_return(a integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + 2;
-- last: the driver does not split after the body
CREATE FUNCTION app.add_atomic(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + 1; END;
