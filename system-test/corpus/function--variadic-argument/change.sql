DROP FUNCTION most(integer[]);
CREATE FUNCTION most(VARIADIC numbers integer[]) RETURNS integer LANGUAGE sql AS 'SELECT max(n) FROM unnest(numbers) n';
