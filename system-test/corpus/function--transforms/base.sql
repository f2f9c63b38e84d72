CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION next(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';
