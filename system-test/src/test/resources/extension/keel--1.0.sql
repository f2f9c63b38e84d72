CREATE FUNCTION keel_depth() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 3';
CREATE TABLE keel_log (line text);
