CREATE FUNCTION archive(before date) RETURNS void LANGUAGE sql AS 'SELECT 1';
