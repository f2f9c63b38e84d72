DROP FUNCTION latest();
CREATE FUNCTION latest() RETURNS TABLE (id bigint, at timestamptz, note text) LANGUAGE sql AS 'SELECT 1::bigint, now(), NULL::text';
