CREATE FUNCTION plain(citext) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
