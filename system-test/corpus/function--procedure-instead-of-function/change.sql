DROP FUNCTION archive(date);
CREATE PROCEDURE archive(before date) LANGUAGE sql AS 'SELECT 1';
