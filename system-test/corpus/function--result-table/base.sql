CREATE FUNCTION latest() RETURNS TABLE (id bigint, at timestamptz) LANGUAGE sql AS 'SELECT 1::bigint, now()';
