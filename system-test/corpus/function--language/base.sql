CREATE FUNCTION now_utc() RETURNS timestamp LANGUAGE sql AS 'SELECT now()::timestamp';
