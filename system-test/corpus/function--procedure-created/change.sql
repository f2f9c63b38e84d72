CREATE PROCEDURE archive(before date) LANGUAGE sql AS 'SELECT 1';
