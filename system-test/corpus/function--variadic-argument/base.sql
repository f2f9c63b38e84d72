CREATE FUNCTION most(numbers integer[]) RETURNS integer LANGUAGE sql AS 'SELECT max(n) FROM unnest(numbers) n';
