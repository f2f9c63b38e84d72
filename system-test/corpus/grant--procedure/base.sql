CREATE PROCEDURE tidy(kind text, days integer) LANGUAGE sql AS 'SELECT 1';
